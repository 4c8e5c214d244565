package org.broadsheet.subscriber;

/**
 * A line of a file that was not imported.
 *
 * @param line from 1, the header being the first
 */
public record RefusedLine(long line, String reason) {}
