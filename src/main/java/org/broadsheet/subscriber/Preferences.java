package org.broadsheet.subscriber;

import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/**
 * What is known of a reader and of one of their subscriptions.
 *
 * @param confirmed whether they get the newsletter
 */
public record Preferences(EmailAddress address, Optional<String> name, boolean confirmed, Choices choices) {}
