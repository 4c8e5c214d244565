package org.broadsheet.mail;

/** The header fields of a mail, one after the other; none of them can hold another (RFC 5322 section 2.2). */
final class HeaderBlock {
    private final StringBuilder fields = new StringBuilder();

    HeaderBlock add(String name, String value) {
        String unfolded = value.replace("\r\n ", " ");
        if (unfolded.indexOf('\r') >= 0 || unfolded.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line break in " + name);
        }
        fields.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
