package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.broadsheet.delivery.DeliveryState;
import org.junit.jupiter.api.Test;

/** What Prometheus is told. */
class MetricsPagesTest extends ServedAdmin {
    @Test
    void tellsPrometheusWithTheAdminsPassword() throws Exception {
        metrics.settled(DeliveryState.SENT);
        metrics.answered(Duration.ofMillis(30));
        assertThat(scrape("chief:wrong").statusCode()).isEqualTo(401);
        HttpResponse<String> figures = scrape("chief:" + PASSWORD);
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(figures.body())
                .contains("broadsheet_editions{newsletter=\"morning\"} 42.0")
                .contains("broadsheet_subscribers{newsletter=\"morning\",state=\"confirmed\"} 1234.0")
                .contains("broadsheet_last_edition_deliveries{newsletter=\"morning\",state=\"sent\"} 975.0")
                .contains("broadsheet_queue 5.0")
                .contains("broadsheet_queue_age_seconds 3600.0")
                .contains("broadsheet_feed_failures{feed=\"https://example.org/feed.xml\"} 3.0")
                .contains("broadsheet_feeds{state=\"failing\"} 1.0")
                .contains("broadsheet_deliveries_settled_total{state=\"sent\"} 1.0")
                .contains("broadsheet_smtp_seconds_bucket{le=\"0.05\"} 1");
        for (int i = 0; i < 20; i++) {
            assertThat(scrape("chief:" + PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> scrape(String credentials) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return client.send(
                request("/metrics").header("Authorization", "Basic " + basic).build(), BodyHandlers.ofString());
    }
}
