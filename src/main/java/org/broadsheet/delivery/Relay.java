package org.broadsheet.delivery;

import java.util.List;
import java.util.Optional;

/** What takes mails from here: a mail server, or a folder that stands for one. Safe for use by many threads. */
public interface Relay {
    /** How messages name it. */
    String name();

    /** The servers behind it, each by itself. */
    default List<Relay> each() {
        return List.of(this);
    }

    /**
     * Opens a connection, ready for mails.
     *
     * @throws RelayFailure when that does not work, with what to do
     */
    MailConnection open();

    /**
     * Tries whether a connection can be opened, without sending anything.
     *
     * @throws RelayFailure when it cannot, with what to do
     */
    default void probe() {
        open().end();
    }

    /**
     * Sends one mail over a connection of its own, past the ledger.
     *
     * @throws RelayFailure when the relay cannot be used
     */
    default SmtpOutcome sendOne(Envelope envelope, byte[] message) {
        MailConnection connection = open();
        try {
            return connection.send(new Outgoing(envelope, message), Optional::empty);
        } finally {
            connection.end();
        }
    }
}
