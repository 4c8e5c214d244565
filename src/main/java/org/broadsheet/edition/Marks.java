package org.broadsheet.edition;

import java.net.URI;
import java.util.Map;

/**
 * The places in a rendered edition where each subscriber's own parts go.
 *
 * <p>A mark holds the edition's unguessable id: a feed that wrote marks into its articles could otherwise have readers'
 * personal links spliced into its own. Marks consist of letters, digits, dots and dashes, so that neither HTML escaping
 * nor a link changes them.
 *
 * @param address where the subscriber's address goes, in text
 * @param unsubscribe where the whole unsubscribe link goes
 * @param preferences where the whole link to the preferences goes
 */
public record Marks(String address, String unsubscribe, String preferences) {
    /** The marks of the edition of that id. */
    public static Marks of(String editionId) {
        return new Marks(
                "address." + editionId + ".mark",
                "https://unsubscribe." + editionId + ".mark",
                "https://preferences." + editionId + ".mark");
    }

    /** What goes to each mark in one reader's mail. */
    public Map<String, String> values(String address, URI unsubscribe, URI preferences) {
        return Map.of(
                this.address, address,
                this.unsubscribe, unsubscribe.toString(),
                this.preferences, preferences.toString());
    }
}
