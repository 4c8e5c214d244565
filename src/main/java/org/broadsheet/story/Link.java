package org.broadsheet.story;

/** Two items of a batch, by their place in it, that may tell the same event. */
record Link(int one, int other, double similarity) {}
