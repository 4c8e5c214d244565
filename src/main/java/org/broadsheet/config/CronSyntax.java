package org.broadsheet.config;

import java.util.Optional;

/** Knows whether a cron expression is one; the scheduler's own rules, handed in so that this package needs none. */
@FunctionalInterface
public interface CronSyntax {
    /** What is wrong with the expression, in a few words; empty when nothing is. */
    Optional<String> problem(String expression);
}
