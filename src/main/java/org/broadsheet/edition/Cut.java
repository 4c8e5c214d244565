package org.broadsheet.edition;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How much of an edition is shown: so many sections, and so many stories in each. */
record Cut(int sections, int stories) {

    /** Every cut that makes sense for an edition, from the smallest to the whole; each shows more than the last. */
    static List<Cut> of(Edition edition) {
        int sections = Math.max(1, edition.sections().size());
        int stories = edition.sections().stream()
                .mapToInt(section -> section.stories().size())
                .max()
                .orElse(1);
        return Stream.concat(
                        IntStream.range(1, sections).mapToObj(count -> new Cut(count, 1)),
                        IntStream.rangeClosed(1, Math.max(1, stories)).mapToObj(count -> new Cut(sections, count)))
                .toList();
    }
}
