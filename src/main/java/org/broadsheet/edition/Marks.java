package org.broadsheet.edition;

/**
 * The places in a rendered edition where each subscriber's own parts go.
 *
 * <p>A mark holds the edition's unguessable id: a feed that wrote marks into its articles could otherwise have readers'
 * personal links spliced into its own. Marks consist of letters, digits, dots and dashes, so that neither HTML escaping
 * nor a link changes them.
 *
 * @param address where the subscriber's address goes, in text
 * @param unsubscribe where the whole unsubscribe link goes
 */
public record Marks(String address, String unsubscribe) {
    /** The marks of the edition of that id. */
    public static Marks of(String editionId) {
        return new Marks("address." + editionId + ".mark", "https://unsubscribe." + editionId + ".mark");
    }
}
