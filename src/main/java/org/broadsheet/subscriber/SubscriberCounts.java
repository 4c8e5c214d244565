package org.broadsheet.subscriber;

/**
 * How many addresses a newsletter has.
 *
 * @param confirmed those that get it, suppressed ones left out
 * @param unsubscribed those that once got it
 * @param suppressed those that are subscribed but must not be mailed
 */
public record SubscriberCounts(long confirmed, long unsubscribed, long suppressed) {}
