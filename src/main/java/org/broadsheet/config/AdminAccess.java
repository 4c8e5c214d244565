package org.broadsheet.config;

import java.util.Optional;

/**
 * Who may see the admin's page.
 *
 * @param email where the page sends test mails; the publisher's own address without it
 */
public record AdminAccess(
        @Key(doc = "The name to log in with.", byDefault = "admin")
        String username,

        @Key(
                doc = "The hash of the password, as `broadsheet web password` makes it.",
                example = "\"pbkdf2-sha256:600000:…\"")
        PasswordHash passwordHash,

        @Key(doc = "Where \"send me a test\" sends it; the publisher's address without it.")
        Optional<EmailAddress> email) {}
