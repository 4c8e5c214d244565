package org.broadsheet.subscriber;

/**
 * What bringing a newsletter in step with its YAML changed.
 *
 * @param added addresses that are subscribed from now on
 * @param ended addresses that are no longer listed, and get nothing more
 * @param keptUnsubscribed addresses that are listed although they unsubscribed; they get nothing
 */
public record StepReport(int added, int ended, int keptUnsubscribed) {}
