package org.broadsheet.edition;

import java.util.Locale;
import java.util.Optional;
import org.broadsheet.edition.Variants.Variant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps the forms of editions that readers chose, and which choice means which. */
final class VariantStore {

    void keep(Handle handle, String edition, Variants variants) {
        if (!variants.others().isEmpty()) {
            keepForms(handle, edition, variants);
        }
        if (!variants.names().isEmpty()) {
            keepNames(handle, edition, variants);
        }
    }

    private static void keepForms(Handle handle, String edition, Variants variants) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into edition_variant (edition_id, variant, language, subject, html, plain)
                values (:edition, :variant, :language, :subject, :html, :plain)
                """);
        variants.others()
                .forEach((name, form) -> batch.bind("edition", edition)
                        .bind("variant", name)
                        .bind("language", form.language().toLanguageTag())
                        .bind("subject", form.rendered().subject())
                        .bind("html", form.rendered().html())
                        .bind("plain", form.rendered().plain())
                        .add());
        batch.execute();
    }

    private static void keepNames(Handle handle, String edition, Variants variants) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into edition_choice (edition_id, language, topics, variant)
                values (:edition, :language, :topics, :variant)
                """);
        variants.names()
                .forEach((choice, name) -> batch.bind("edition", edition)
                        .bind("language", choice.language())
                        .bind("topics", choice.topics())
                        .bind("variant", name)
                        .add());
        batch.execute();
    }

    /** A form of an edition, without its pictures. */
    Optional<Variant> find(Handle handle, String edition, String variant) {
        return handle.createQuery("""
                        select language, subject, html, plain from edition_variant
                        where edition_id = :edition and variant = :variant
                        """)
                .bind("edition", edition)
                .bind("variant", variant)
                .map((row, context) -> new Variant(
                        Locale.forLanguageTag(row.getString("language")),
                        new RenderedEdition(row.getString("subject"), row.getString("html"), row.getString("plain"))))
                .findOne();
    }
}
