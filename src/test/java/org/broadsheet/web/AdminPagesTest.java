package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What the admin's page shows and does. */
class AdminPagesTest extends ServedAdmin {
    @Test
    void showsHowEverythingStands() throws Exception {
        HttpResponse<String> page = get("/admin", logIn());
        assertThat(page.body())
                .contains("Next weekly round-up: ")
                .contains("Der &lt;Morgen&gt;")
                .contains("1,234")
                .contains("Windpark &amp; Kohle")
                .contains("href=\"/archive/morning/2026-11-23\"")
                .contains("97.5%")
                .contains("550 no such user")
                .contains("timed out")
                .contains("<polyline")
                .contains("<rect")
                .doesNotContain("<script")
                .doesNotContain("style=");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void sendsATestOnlyByItsOwnForm() throws Exception {
        String session = logIn();
        String form = formToken(get("/admin", session).body());
        assertThat(post("/admin/test/morning", "form=" + form, "").statusCode()).isEqualTo(403);
        assertThat(post("/admin/test/morning", "form=forged", session).statusCode())
                .isEqualTo(403);
        String otherForm = formToken(get("/admin", logIn()).body());
        assertThat(otherForm).isNotEqualTo(form);
        assertThat(post("/admin/test/morning", "form=" + otherForm, session).statusCode())
                .isEqualTo(403);
        assertThat(admin.tests).isEmpty();

        HttpResponse<String> sent = post("/admin/test/morning", "form=" + form, session);
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("on its way to chief@example.org");
        assertThat(admin.tests).containsExactly("morning");
        assertThat(post("/admin/test/midnight", "form=" + form, session).statusCode())
                .isEqualTo(404);
        admin.broken = true;
        HttpResponse<String> failed = post("/admin/test/morning", "form=" + form, session);
        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.body()).contains("the relay is away");
    }

    @Test
    void showsThePreviewInABoxWhereNothingRuns() throws Exception {
        String session = logIn();
        assertThat(get("/admin/preview/morning", session).body()).contains("/admin/preview/morning/mail");
        HttpResponse<String> mail = get("/admin/preview/morning/mail", session);
        assertThat(mail.body()).contains("the next edition");
        assertThat(mail.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox"));
        assertThat(get("/admin/preview/midnight", session).statusCode()).isEqualTo(404);
    }
}
