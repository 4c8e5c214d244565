package org.broadsheet.net;

import java.util.Optional;

/** What a server said of the version it sent last (RFC 9110 section 8.8), as it stood in the headers. */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
