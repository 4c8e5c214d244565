package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.edition.Marks;

/**
 * An edition whose common parts are encoded; made once, used for every subscriber by many threads. No line of its bodies
 * begins with a dot.
 */
public final class PreparedMail {
    /** Quoted-printable never holds these two characters in a row (RFC 2045 section 6.7), so no part holds a boundary. */
    private static final String BOUNDARY = "=_";

    private final EditionMail mail;
    private final String commonHeaders;
    private final byte[] beforePlain;
    private final MarkedText plain;
    private final byte[] beforeHtml;
    private final MarkedText html;
    private final byte[] afterHtml;

    PreparedMail(EditionMail mail, String commonHeaders, MarkedText html, MarkedText plain) {
        this.mail = mail;
        this.commonHeaders = commonHeaders;
        this.plain = plain;
        this.html = html;
        boolean pictures = !mail.rendered().pictures().isEmpty();
        String boundary = "\r\n--" + boundary(mail);
        this.beforePlain = ascii(boundary + "\r\n" + partHeaders("text/plain"));
        this.beforeHtml = ascii(boundary + "\r\n" + (pictures ? relatedStart(mail) : "") + partHeaders("text/html"));
        this.afterHtml = pictures ? relatedEnd(mail, boundary + "--\r\n") : ascii(boundary + "--\r\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String partHeaders(String type) {
        return new HeaderBlock()
                        .add("Content-Type", type + "; charset=UTF-8")
                        .add("Content-Transfer-Encoding", "quoted-printable")
                + "\r\n";
    }

    private static String relatedStart(EditionMail mail) {
        String boundary = related(mail);
        return new HeaderBlock()
                        .add("Content-Type", "multipart/related; type=\"text/html\";\r\n boundary=\"" + boundary + "\"")
                + "\r\n--" + boundary + "\r\n";
    }

    private static byte[] relatedEnd(EditionMail mail, String end) {
        String boundary = "\r\n--" + related(mail);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PictureParts.encode(mail.rendered().pictures(), boundary));
        bytes.writeBytes(ascii(boundary + "--\r\n" + end));
        return bytes.toByteArray();
    }

    static String boundary(EditionMail mail) {
        return BOUNDARY + mail.editionId();
    }

    /** Around the HTML and its pictures; Base64 holds no {@code _} at all. Neither boundary is how the other begins. */
    private static String related(EditionMail mail) {
        return BOUNDARY + "." + mail.editionId();
    }

    /** What was prepared. */
    public EditionMail mail() {
        return mail;
    }

    Marks marks() {
        return Marks.of(mail.editionId());
    }

    String commonHeaders() {
        return commonHeaders;
    }

    /** The body with those plain values at the marks. */
    Pieces bodyWith(Map<String, String> values) {
        Map<String, String> escaped = new HashMap<>(values);
        escaped.replaceAll((mark, value) -> escaped(value));
        Pieces body = new Pieces().add(beforePlain);
        plain.addTo(body, values);
        body.add(beforeHtml);
        html.addTo(body, escaped);
        return body.add(afterHtml);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
