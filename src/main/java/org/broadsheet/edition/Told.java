package org.broadsheet.edition;

import java.time.Instant;
import java.util.List;

/**
 * A story as one edition told it.
 *
 * @param story its id
 * @param topic the id of the section that it stood in
 * @param update whether an earlier edition had told it
 * @param madeAt when that edition was made
 * @param articles the ids of its articles, the lead first
 */
record Told(String story, String topic, boolean update, Instant madeAt, List<String> articles) {
    Told {
        articles = List.copyOf(articles);
    }
}
