package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.delivery.DeliveryFixture.NEWSLETTER;
import static org.broadsheet.delivery.DeliveryFixture.address;
import static org.broadsheet.delivery.DeliveryFixture.smtp;

import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;
import org.broadsheet.store.StorageFailure;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that may not grow answers as on a full disk. */
class DiskFullTest {
    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();

    @Test
    void fanOutThatDoesNotFitOwesNothing() throws Exception {
        try (DeliveryFixture roomy = DeliveryFixture.sqlite(directory, clock)) {
            roomy.withEdition();
            roomy.database.change(handle -> {
                for (int i = 0; i < 3000; i++) {
                    handle.execute(
                            "insert into subscriber (id, email, canonical, created_at) values (?, ?, ?, 0)",
                            "s" + i,
                            address(i),
                            address(i));
                    handle.execute(
                            "insert into subscription (newsletter, subscriber_id, state, source, since) values (?, ?, 'confirmed', 'test', 0)",
                            NEWSLETTER,
                            "s" + i);
                }
            });
        }
        try (DeliveryFixture full = limited()) {
            assertThatThrownBy(() -> full.fanOut())
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("the disk is full");
            assertThat(full.ledger.counts(DeliveryFixture.EDITION).total()).isZero();
        }
        try (DeliveryFixture again = DeliveryFixture.sqlite(directory, clock)) {
            assertThat(again.fanOut()).isEqualTo(3000);
        }
    }

    @Test
    void ledgerThatCannotBeWrittenEndsTheRunAndLosesNothing() throws Exception {
        try (DeliveryFixture roomy = DeliveryFixture.sqlite(directory, clock)) {
            roomy.owedTo(60);
            roomy.subscribers.add("other", new EmailAddress("last@example.com"), "test");
        }
        String reply = "250 " + "x".repeat(900);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            try (DeliveryFixture full = limited()) {
                // Long replies make the ledger grow while it is settled.
                full.database.change(
                        handle -> handle.execute("update delivery set last_reply = ?", reply.substring(0, 1)));
                assertThatThrownBy(() -> {
                            full.database.change(handle -> handle.execute(
                                    "create trigger grow after update on delivery when new.state = 'sent' begin"
                                            + " update edition set contents = contents || '" + reply + "'; end"));
                            full.deliver(smtp(server.port()), Reach.ALL);
                        })
                        .isInstanceOf(StorageFailure.class)
                        .hasMessageContaining("the disk is full")
                        .hasMessageNotContaining("\n");
            }
            int arrived = server.taken().size();
            try (DeliveryFixture again = DeliveryFixture.sqlite(directory, clock)) {
                again.database.change(handle -> handle.execute("drop trigger if exists grow"));
                long settled = again.count(DeliveryState.SENT);
                assertThat(arrived - settled).isBetween(0L, 4L);
                assertThat(again.deliver(smtp(server.port()), Reach.ALL).sent()).isEqualTo(60 - settled);
                assertThat(server.recipients())
                        .contains(DeliveryFixture.addresses(60).toArray(String[]::new));
            }
        }
    }

    /** Opens it with room for a few pages more than it has. */
    private DeliveryFixture limited() throws Exception {
        Path file = directory.resolve("test.db");
        long pages = Files.size(file) / 4096 + 4;
        return new DeliveryFixture(Database.open("jdbc:sqlite:" + file + "?max_page_count=" + pages, "", ""), clock);
    }
}
