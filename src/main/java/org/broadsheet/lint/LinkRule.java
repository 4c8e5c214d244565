package org.broadsheet.lint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** A link leads somewhere from wherever the mail is read: it is absolute, and encrypted unless its source is not. */
final class LinkRule implements Rule {
    private static final String NAME = "link";
    private static final String ABSOLUTE = "write the whole address, from https:// on";
    private static final Set<String> PERSONAL = Set.of("mailto", "tel");

    @Override
    public Stream<Finding> look(Mail mail) {
        return Stream.of("href", "src", "background", "action", "poster")
                .flatMap(name -> mail.document().select("[" + name + "]").stream()
                        .flatMap(element ->
                                look(mail, element, element.attr(name).strip()).stream()));
    }

    private static Optional<Finding> look(Mail mail, Element element, String link) {
        if (link.startsWith("#")) {
            return anchor(mail, element, link.substring(1));
        }
        URI address;
        try {
            address = new URI(link);
        } catch (URISyntaxException broken) {
            return Optional.of(mail.about(element, NAME, "a link is no address", ABSOLUTE));
        }
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https" ->
                address.getHost() == null && address.getAuthority() == null
                        ? Optional.of(mail.about(element, NAME, "a link names no host", ABSOLUTE))
                        : Optional.empty();
            case "http" ->
                mail.mayBeUnencrypted(address)
                        ? Optional.empty()
                        : Optional.of(mail.about(element, NAME, "a link is not encrypted", "write https"));
            case "" ->
                Optional.of(
                        mail.about(element, NAME, "a link is relative, but a mail has no place of its own", ABSOLUTE));
            default ->
                allowed(scheme, element)
                        ? Optional.empty()
                        : Optional.of(mail.about(element, NAME, "no mail program follows " + scheme + ":", ABSOLUTE));
        };
    }

    private static boolean allowed(String scheme, Element element) {
        boolean picture = element.normalName().equals("img");
        return picture ? scheme.equals("cid") : PERSONAL.contains(scheme);
    }

    private static Optional<Finding> anchor(Mail mail, Element element, String anchor) {
        boolean found = mail.document().getElementById(anchor) != null
                || mail.document().select("a[name]").stream()
                        .anyMatch(target -> target.attr("name").equals(anchor));
        return found
                ? Optional.empty()
                : Optional.of(mail.about(
                        element,
                        NAME,
                        "a link leads to no place in the mail",
                        "give its target the id “" + anchor + "”"));
    }
}
