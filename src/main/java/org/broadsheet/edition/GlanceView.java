package org.broadsheet.edition;

/** A line of the table of contents: a section and its first headline. */
public record GlanceView(String anchor, String title, int accent, String headline) {}
