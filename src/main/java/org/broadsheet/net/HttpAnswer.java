package org.broadsheet.net;

import java.net.URI;
import java.util.Optional;
import okio.ByteString;

/** What became of a GET. */
public sealed interface HttpAnswer {

    /**
     * The server sent a body.
     *
     * @param movedTo where permanent redirects (301, 308) lead, when nothing but those was followed
     */
    record Body(
            ByteString bytes,
            Optional<String> contentType,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<URI> movedTo)
            implements HttpAnswer {}

    /** The server says that nothing changed since the validators that were sent (304). */
    record NotModified() implements HttpAnswer {}

    /**
     * The server answered with an error status.
     *
     * @param retryAfter the Retry-After header as it stands
     */
    record Refused(int status, Optional<String> retryAfter) implements HttpAnswer {}

    /**
     * There was no answer that could be used.
     *
     * @param reason in a few words for the admin
     */
    record Failed(String reason) implements HttpAnswer {}
}
