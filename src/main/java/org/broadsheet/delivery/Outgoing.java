package org.broadsheet.delivery;

/**
 * A mail ready to be handed to a {@link Relay}.
 *
 * @param message header and body (RFC 5322), its lines ended by CRLF; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Copying fifty kilobytes for each reader costs more than it guards.
public record Outgoing(Envelope envelope, byte[] message) {}
