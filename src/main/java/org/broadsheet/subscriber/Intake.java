package org.broadsheet.subscriber;

/**
 * Many addresses that come from one place.
 *
 * @param source where the consent came from
 * @param since in epoch milliseconds; tells what this intake added from what was there before
 */
record Intake(String newsletter, String source, long since) {}
