package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.delivery.DeliveryFixture.EDITION;
import static org.broadsheet.delivery.DeliveryFixture.NEWSLETTER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.broadsheet.store.Database;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger promises, whatever the database. */
abstract class LedgerContract {
    final TestClock clock = new TestClock();
    private final Owner self = Owner.ofThisProcess();
    private DeliveryFixture fixture;
    private LedgerStore ledger;

    /** An empty database. */
    abstract Database empty();

    /** Closes it, where that is due after each test. */
    abstract void done(Database database);

    @BeforeEach
    void open() {
        fixture = new DeliveryFixture(empty(), clock);
        ledger = fixture.ledger;
    }

    @AfterEach
    void close() {
        done(fixture.database);
    }

    private List<Claim> claim(Owner owner, int limit) {
        return ledger.claim(EDITION, owner, limit);
    }

    private void settle(Claim claim, DeliveryState state, Duration wait) {
        assertThat(isSettled(
                        claim, new Settlement(state, "reply", clock.instant().plus(wait))))
                .isTrue();
    }

    private boolean isSettled(Claim claim, Settlement settlement) {
        return ledger.settle(List.of(new Settled(claim, settlement))).isEmpty();
    }

    @Test
    void claimsNeverOverlapEvenAmongManyThreads() {
        fixture.owedTo(200);
        Set<String> claimed = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Integer>> threads = IntStream.range(0, 6)
                .mapToObj(lane -> CompletableFuture.supplyAsync(() -> {
                    int count = 0;
                    List<Claim> claims = claim(self.lane("lane" + lane), 7);
                    while (!claims.isEmpty()) {
                        claims.forEach(claim -> claimed.add(claim.subscriberId()));
                        count += claims.size();
                        claims = claim(self.lane("lane" + lane), 7);
                    }
                    return count;
                }))
                .toList();
        assertThat(threads.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(200);
        assertThat(claimed).hasSize(200);
    }

    @Test
    void deferredDeliveriesWaitForTheirTimeOrForTheAdmin() {
        fixture.owedTo(2);
        List<Claim> claims = claim(self, 10);
        settle(claims.get(0), DeliveryState.DEFERRED, Duration.ofMinutes(5));
        settle(claims.get(1), DeliveryState.SENT, Duration.ZERO);
        assertThat(claim(self, 10)).isEmpty();
        assertThat(fixture.nextAttempt()).hasValue(clock.instant().plus(Duration.ofMinutes(5)));

        ledger.bringForward(EDITION);
        List<Claim> again = claim(self, 10);
        assertThat(again)
                .singleElement()
                .satisfies(claim -> assertThat(claim.attempts()).isEqualTo(1));
        settle(again.get(0), DeliveryState.DEFERRED, Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(5));
        assertThat(claim(self, 10)).hasSize(1);
    }

    @Test
    void onlyTheOwnerSettles() {
        fixture.owedTo(1);
        Claim claim = claim(self, 1).get(0);
        ledger.release(EDITION, self);
        assertThat(isSettled(claim, new Settlement(DeliveryState.SENT, "250", clock.instant())))
                .isFalse();
        assertThat(look(claim)).isInstanceOf(LastLook.Lost.class);
        assertThat(ledger.counts(EDITION).of(DeliveryState.QUEUED)).isEqualTo(1);
    }

    @Test
    void deadProcessOnThisHostIsTakenOverAtOnceALivingOneNever() {
        fixture.owedTo(4);
        Owner dead = new Owner(self.host(), self.pid(), self.started() - 1, "0");
        Owner living = self.lane("another");
        claim(dead, 2);
        claim(living, 2);
        assertThat(ledger.takeOver(EDITION, self)).isEqualTo(2);
        assertThat(ledger.counts(EDITION).of(DeliveryState.SENDING)).isEqualTo(2);
    }

    @Test
    void processOnAnotherHostIsTakenOverWhenItsLeaseIsOver() {
        fixture.owedTo(2);
        claim(new Owner("elsewhere", 1, 1, "0"), 2);
        clock.advance(LedgerStore.LEASE);
        assertThat(ledger.takeOver(EDITION, self)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(ledger.takeOver(EDITION, self)).isEqualTo(2);
    }

    @Test
    void slowOwnerKeepsItsLease() {
        fixture.owedTo(1);
        Owner elsewhere = new Owner("elsewhere", 1, 1, "0");
        Claim claim = claim(elsewhere, 1).get(0);
        clock.advance(LedgerStore.LEASE.dividedBy(2));
        assertThat(look(claim)).isInstanceOf(LastLook.Wanted.class);
        clock.advance(LedgerStore.LEASE.dividedBy(2).plusMillis(1));
        assertThat(ledger.takeOver(EDITION, self)).isZero();
    }

    @Test
    void lastLookSeesWhatHappenedSinceTheClaim() {
        fixture.owedTo(3);
        List<Claim> claims = claim(self, 3);
        fixture.subscribers.unsubscribe(NEWSLETTER, claims.get(0).subscriberId());
        fixture.subscribers.suppress(
                fixture.subscribers.address(claims.get(1).subscriberId()).orElseThrow(), "complaint");
        Map<Claim, LastLook> looks = ledger.lastLooks(claims, NEWSLETTER);
        assertThat(looks.get(claims.get(0))).isInstanceOf(LastLook.Unwanted.class);
        assertThat(looks.get(claims.get(1))).isInstanceOf(LastLook.Unwanted.class);
        assertThat(looks.get(claims.get(2))).isInstanceOf(LastLook.Wanted.class);
    }

    @Test
    void expiresWhatIsOpenAndKeepsTheReply() {
        fixture.owedTo(3);
        List<Claim> claims = claim(self, 2);
        settle(claims.get(0), DeliveryState.DEFERRED, Duration.ofMinutes(1));
        settle(claims.get(1), DeliveryState.SENT, Duration.ZERO);
        clock.advance(DeliveryFixture.EXPIRES);
        assertThat(claim(self, 9)).isEmpty();
        assertThat(ledger.expire(EDITION)).isEqualTo(2);
        List<FailedDelivery> failed = new ArrayList<>();
        ledger.forEachFailed(EDITION, failed::add);
        assertThat(failed).extracting(FailedDelivery::reply).containsExactlyInAnyOrder("reply", "not tried in time");
        assertThat(ledger.openEditions()).isEmpty();
    }

    @Test
    void hostileReplyIsStored() {
        fixture.owedTo(1);
        Claim claim = claim(self, 1).get(0);
        String reply = "550 \0 '; drop table delivery; -- " + "x".repeat(5000);
        assertThat(isSettled(claim, new Settlement(DeliveryState.FAILED, reply, clock.instant())))
                .isTrue();
        assertThat(ledger.counts(EDITION).of(DeliveryState.FAILED)).isEqualTo(1);
    }

    private LastLook look(Claim claim) {
        return Objects.requireNonNull(
                ledger.lastLooks(List.of(claim), NEWSLETTER).get(claim));
    }
}
