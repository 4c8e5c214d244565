package org.broadsheet.subscriber;

/**
 * What became of a file of addresses.
 *
 * @param added subscribed from now on
 * @param alreadyThere subscribed before
 * @param keptUnsubscribed unsubscribed once, and left so
 * @param suppressed must not be mailed, and left out
 * @param refused lines that hold no usable address
 */
public record ImportReport(long added, long alreadyThere, long keptUnsubscribed, long suppressed, long refused) {}
