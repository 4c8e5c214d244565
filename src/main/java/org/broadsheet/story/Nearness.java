package org.broadsheet.story;

import java.time.Duration;
import org.broadsheet.article.Article;

/** Whether articles are near in time. */
final class Nearness {
    private Nearness() {}

    /** An article without a date of its own may be of any time, and so is near to all. */
    static boolean within(Duration reach, Article one, Article other) {
        long apart = one.published().getEpochSecond() - other.published().getEpochSecond();
        return !one.dated() || !other.dated() || Math.abs(apart) <= reach.toSeconds();
    }
}
