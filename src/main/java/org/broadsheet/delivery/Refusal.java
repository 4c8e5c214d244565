package org.broadsheet.delivery;

import org.broadsheet.config.EmailAddress;

/** A mail that the server refused for good. */
record Refusal(Claim claim, EmailAddress address, String reply) {}
