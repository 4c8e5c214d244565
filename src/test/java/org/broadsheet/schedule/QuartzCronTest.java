package org.broadsheet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartzCronTest {
    private final QuartzCron cron = new QuartzCron();

    @Test
    void takesWhatQuartzTakes() {
        assertThat(cron.problem("0 0 7 ? * MON-FRI")).isEmpty();
        assertThat(cron.problem("0 30 6 1,15 * ?")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheRest() {
        assertThat(cron.problem("every morning")).isPresent();
        assertThat(cron.problem("0 0 25 ? * MON-FRI"))
                .hasValueSatisfying(problem -> assertThat(problem).containsIgnoringCase("hour"));
        assertThat(cron.problem("")).isPresent();
    }

    @Test
    void knowsACronExpressionOfUnixWhenItSeesOne() {
        assertThat(cron.problem("0 7 * * 1-5"))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("Unix").contains("0 0 7 ? * MON-FRI"));
    }
}
