package org.broadsheet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.Failure;
import org.broadsheet.config.Images;
import org.broadsheet.config.Look;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.config.RoundUp;
import org.broadsheet.config.Schedule;
import org.broadsheet.config.Strictness;
import org.broadsheet.config.Window;
import org.junit.jupiter.api.Test;

/** Real Quartz. Where a test sets the clock, it is to a year that Quartz, which knows the real time, will not reach. */
class SchedulingTest {
    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String SEVEN = "0 0 7 * * ?";

    private final BlockingQueue<Instant> fired = new LinkedBlockingQueue<>();

    @Test
    void runsANewsletterAgainAndAgainAtItsDueTimes() throws InterruptedException {
        try (Scheduling scheduling = new Scheduling((id, due) -> fired.add(due), Clock.systemUTC())) {
            scheduling.start(List.of(due(EVERY_SECOND)), id -> true);

            Instant first = next();
            Instant second = next();
            assertThat(first.toEpochMilli() % 1000).isZero();
            assertThat(second).isAfter(first);
        }
    }

    @Test
    void catchesUpAfterAnOutageWithinTheGrace() throws InterruptedException {
        Clock tooLate = Clock.fixed(Instant.parse("2090-11-23T09:00:00Z"), ZoneOffset.UTC);
        try (Scheduling scheduling = new Scheduling((id, due) -> fired.add(due), tooLate)) {
            scheduling.start(List.of(due(SEVEN)), id -> true);

            assertThat(next()).isEqualTo("2090-11-23T07:00:00Z");
            assertThat(scheduling.nextDue()).containsEntry("morning", Instant.parse("2090-11-24T07:00:00Z"));
        }
        assertThat(fired).isEmpty();
    }

    @Test
    void makesNoEditionThatIsLaterThanTheGrace() {
        Clock farTooLate = Clock.fixed(Instant.parse("2090-11-23T13:30:00Z"), ZoneOffset.UTC);
        try (Scheduling scheduling = new Scheduling((id, due) -> fired.add(due), farTooLate)) {
            scheduling.start(List.of(due(SEVEN)), id -> true);
        }
        assertThat(fired).isEmpty();
    }

    @Test
    void isPunctualEvenWithoutAnyGrace() throws InterruptedException {
        try (Scheduling scheduling = new Scheduling((id, due) -> fired.add(due), Clock.systemUTC())) {
            scheduling.start(List.of(due(EVERY_SECOND, Duration.ZERO)), id -> true);

            next();
        }
    }

    @Test
    void interruptsARunWhenItIsClosed() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Runs endless = (id, due) -> {
            fired.add(due);
            try {
                never.await();
            } finally {
                interrupted.countDown();
            }
        };
        Scheduling scheduling = new Scheduling(endless, Clock.systemUTC());
        scheduling.start(List.of(due(EVERY_SECOND)), id -> true);
        next();

        scheduling.close();

        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void surprisesNobodyWithANewNewsletter() {
        Clock soonAfter = Clock.fixed(Instant.parse("2090-11-23T09:00:00Z"), ZoneOffset.UTC);
        try (Scheduling scheduling = new Scheduling((id, due) -> fired.add(due), soonAfter)) {
            scheduling.start(List.of(due(SEVEN)), id -> false);
        }
        assertThat(fired).isEmpty();
    }

    @Test
    void goesOnAfterARunThatFails() throws InterruptedException {
        Runs failing = (id, due) -> {
            fired.add(due);
            throw new Failure("the mail server is down");
        };
        try (Scheduling scheduling = new Scheduling(failing, Clock.systemUTC())) {
            scheduling.start(List.of(due(EVERY_SECOND)), id -> true);

            assertThat(next()).isBefore(next());
        }
    }

    @Test
    void neverRunsOneNewsletterTwiceAtOnce() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch longEnough = new CountDownLatch(1);
        Runs slow = (id, due) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            fired.add(due);
            boolean ended = longEnough.await(2500, TimeUnit.MILLISECONDS);
            atOnce.decrementAndGet();
            assertThat(ended).isFalse();
        };
        try (Scheduling scheduling = new Scheduling(slow, Clock.systemUTC())) {
            scheduling.start(List.of(due(EVERY_SECOND)), id -> true);
            next();
            next();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void schedulesNothingForANewsletterWithoutASchedule() {
        Newsletter without = new Newsletter(
                "loose",
                "Ohne Plan",
                Locale.GERMAN,
                Optional.empty(),
                RoundUp.usual(),
                new Window.SinceLastEdition(),
                List.of(Newsletters.feed("https://a.example/")),
                List.of(),
                Strictness.DEFAULT,
                6,
                Images.LINK,
                Look.usual(),
                List.of());
        try (Scheduling scheduling = new Scheduling((id, due) -> fired.add(due), Clock.systemUTC())) {
            scheduling.start(List.of(without), id -> true);

            assertThat(scheduling.nextDue()).isEmpty();
        }
    }

    private Instant next() throws InterruptedException {
        Instant next = fired.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a run within 20 s").isNotNull();
        return next;
    }

    private static Newsletter due(String cron) {
        return due(cron, Duration.ofHours(6));
    }

    private static Newsletter due(String cron, Duration grace) {
        Schedule schedule =
                new Schedule(Optional.empty(), Optional.empty(), Optional.of(cron), ZoneId.of("UTC"), grace);
        Newsletter base = Newsletters.withTopics();
        return new Newsletter(
                base.id(),
                base.title(),
                base.language(),
                Optional.of(schedule),
                base.roundUp(),
                base.window(),
                base.feeds(),
                base.topics(),
                base.stories(),
                base.storiesPerTopic(),
                base.images(),
                base.look(),
                base.subscribers());
    }
}
