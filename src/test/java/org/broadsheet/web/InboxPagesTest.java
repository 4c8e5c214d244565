package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The demo's mailbox. */
class InboxPagesTest extends ServedPages {
    @Test
    void showsMailsInABoxWhereNothingRuns() throws Exception {
        assertThat(get("/").body()).contains("/mail/1").contains("Hallo &lt;b&gt;");
        assertThat(get("/mail/1").body()).contains("sandbox");
        HttpResponse<String> html = get("/mail/1/html");
        assertThat(html.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("sandbox allow-popups")
                        .doesNotContain("allow-scripts")
                        .contains("default-src 'none'"));
        assertThat(get("/mail/1/source").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(get("/images/ship.jpg").headers().firstValue("Content-Type")).contains("image/jpeg");
    }
}
