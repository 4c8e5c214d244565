package org.broadsheet.article;

/**
 * What storing the articles of a feed changed.
 *
 * @param added how many were new
 * @param updated how many were corrected
 */
public record Saved(int added, int updated) {}
