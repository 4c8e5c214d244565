package org.broadsheet.web;

/**
 * One of several things to choose from in a form.
 *
 * @param value what the form sends
 * @param label what the reader sees
 */
public record Option(String value, String label, boolean chosen) {}
