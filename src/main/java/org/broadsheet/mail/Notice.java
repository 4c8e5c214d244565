package org.broadsheet.mail;

import java.util.Locale;
import org.broadsheet.config.EmailAddress;

/**
 * A mail to one reader about what this reader does; no part of a list.
 *
 * @param id unique, and the same at every attempt: letters, digits and dashes
 */
public record Notice(String id, EmailAddress to, Locale language, String subject, String html, String plain) {}
