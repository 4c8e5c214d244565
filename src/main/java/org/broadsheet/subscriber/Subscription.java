package org.broadsheet.subscriber;

/** What ties a subscriber to a newsletter, by their ids. */
public record Subscription(String newsletter, String subscriberId) {}
