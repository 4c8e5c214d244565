package org.broadsheet.config;

import java.util.Optional;

/** Knows whether a text is of some language, such as cron expressions; handed in, so that this package needs no parser. */
@FunctionalInterface
public interface Syntax {
    /** What is wrong with the text, in a few words; empty when nothing is. */
    Optional<String> problem(String text);
}
