package org.broadsheet.net;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okio.ByteString;

/** What became of a GET. */
public sealed interface HttpAnswer {

    /**
     * The server sent a body.
     *
     * @param fresh how long, as the server says, the body stays as it is
     * @param url where it came from, after redirects of any kind; its relative links are relative to that
     * @param movedTo where permanent redirects (301, 308) lead, when nothing but those was followed
     */
    record Body(
            URI url,
            ByteString bytes,
            Optional<String> contentType,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<Duration> fresh,
            Optional<URI> movedTo)
            implements HttpAnswer {}

    /**
     * The server says that nothing changed since the validators that were sent (304).
     *
     * @param fresh how long it says that this stays so
     */
    record NotModified(Optional<Duration> fresh) implements HttpAnswer {}

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
