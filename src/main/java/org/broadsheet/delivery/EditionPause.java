package org.broadsheet.delivery;

import java.time.Instant;

/**
 * That an edition waits for the admin, or did.
 *
 * @param reason what is wrong, for the admin
 * @param lifted whether the admin has seen it, and lets the edition go on
 */
public record EditionPause(Instant since, String reason, boolean lifted) {}
