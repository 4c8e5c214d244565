package org.broadsheet.config;

/**
 * The languages that values of the configuration are in.
 *
 * @param cron of Quartz's cron expressions
 * @param query of the rules of topics
 */
public record Syntaxes(Syntax cron, Syntax query) {}
