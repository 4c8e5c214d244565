package org.broadsheet.delivery;

import java.time.Instant;

/**
 * Why nothing more goes out for now, although nothing is wrong.
 *
 * @param reason for the admin, such as "quiet hours"
 */
public record Hold(Instant until, String reason) {}
