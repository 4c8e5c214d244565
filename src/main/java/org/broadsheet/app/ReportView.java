package org.broadsheet.app;

import java.util.List;

/**
 * What the templates of the weekly report know; every figure is a text.
 *
 * @param topics those without a story, a newsletter each
 * @param link to the admin's page; empty where there is none
 */
public record ReportView(
        String language,
        String subject,
        String title,
        String span,
        String count,
        List<EditionRow> editions,
        List<Row> subscribers,
        String suppressed,
        List<Row> reasons,
        List<Row> feeds,
        List<Row> topics,
        String link,
        String publisher,
        String address) {

    /** An edition; a figure is empty where it is nought. */
    public record EditionRow(String subject, String about, String sent, String percent, String failed, String open) {}

    /** Something, and a figure or a word about it. */
    public record Row(String text, String value) {}
}
