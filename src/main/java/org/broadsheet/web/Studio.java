package org.broadsheet.web;

import java.util.List;
import java.util.Optional;

/** The next edition of each newsletter, as templates and configuration stand at this moment. */
public interface Studio {
    /** Grows whenever there is something else to see; looks for edited files. */
    long version();

    /** The newsletters that are shown. */
    List<Title> newsletters();

    /** What a newsletter's next edition would be; empty when there is no such newsletter. */
    Optional<Proof> proof(String newsletter);

    /** What is known of an article, a fact on each line; empty when nothing is. */
    List<String> explain(String link);

    /** A newsletter's id and name. */
    record Title(String id, String title) {}

    /**
     * An edition to look at.
     *
     * @param problem what is wrong with the files now, so that what is shown is what they made before
     * @param html the HTML part, for a browser
     * @param plain the text part
     * @param source the whole mail
     * @param sizes of its parts, each with its limit where there is one
     * @param findings what the lint has found
     * @param stories in the order they are shown
     */
    record Proof(
            Title newsletter,
            Optional<String> problem,
            String subject,
            String html,
            String plain,
            String source,
            List<String> sizes,
            List<String> findings,
            List<Line> stories) {
        public Proof {
            sizes = List.copyOf(sizes);
            findings = List.copyOf(findings);
            stories = List.copyOf(stories);
        }

        /** The same, while the files are wrong. */
        public Proof with(String wrong) {
            return new Proof(newsletter, Optional.of(wrong), subject, html, plain, source, sizes, findings, stories);
        }
    }

    /** A story: its headline, and the link by which it is explained. */
    record Line(String headline, String link) {}
}
