package org.broadsheet.edition;

import java.time.Instant;

/**
 * That an edition of a newsletter told an article.
 *
 * @param story the story it was told in
 * @param lastTold when the last edition was made that told the story
 * @param updated whether one of them told it as an update
 */
record Carried(String article, String story, Instant lastTold, boolean updated) {}
