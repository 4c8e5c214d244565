package org.broadsheet.story;

/** How near two items are. */
record Link(int one, int other, double similarity) {}
