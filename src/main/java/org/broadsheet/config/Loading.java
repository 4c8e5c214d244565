package org.broadsheet.config;

import java.util.List;

/** What became of reading the configuration. */
public sealed interface Loading {

    /** It is sound. */
    record Loaded(Configuration configuration) implements Loading {}

    /** It is not; every problem that was found, in the order of files and lines. */
    record Rejected(List<Problem> problems) implements Loading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
