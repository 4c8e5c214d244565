package org.broadsheet.delivery;

/** A delivery that did not succeed, for the admin: to whom, how it stands, and what the mail server said. */
public record FailedDelivery(String subscriberId, String address, DeliveryState state, String reply) {}
