package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.AdminAccess;
import org.broadsheet.config.PasswordHash;
import org.junit.jupiter.api.Test;

/** Who gets in at the admin's page, and who does not. */
class AdminGateTest extends ServedAdmin {
    @Test
    void showsNothingToStrangers() throws Exception {
        HttpResponse<String> page = get("/admin", "");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/admin/login");
        assertThat(get("/admin/preview/morning", "").statusCode()).isEqualTo(303);
        assertThat(get("/admin/preview/morning/mail", "").statusCode()).isEqualTo(404);
        assertThat(post("/admin/test/morning", "", "").statusCode()).isEqualTo(403);
        assertThat(get("/metrics", "").statusCode()).isEqualTo(401);
        assertThat(admin.tests).isEmpty();
    }

    @Test
    void letsNobodyInWithAWrongNameOrPassword() throws Exception {
        for (String form : List.of(form("chief", "wrong"), form("chief", ""), form("admin", PASSWORD), "", "a=b")) {
            HttpResponse<String> answer = post("/admin/login", form, "");
            assertThat(answer.statusCode()).as(form).isEqualTo(403);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body()).contains("Name or password is wrong");
        }
    }

    @Test
    void sessionIsACookieThatNoScriptAndNoOtherSiteCanUse() throws Exception {
        HttpResponse<String> answer = post("/admin/login", form("chief", PASSWORD), "");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .contains("; HttpOnly")
                        .contains("; SameSite=Strict")
                        .contains("; Secure")
                        .contains("; Path=/"));
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/admin/login", form("chief", "guess"), "").statusCode())
                    .isEqualTo(403);
        }
        HttpResponse<String> sixth = post("/admin/login", form("chief", PASSWORD), "");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("30");
        clock.advance(Duration.ofSeconds(31));
        assertThat(post("/admin/login", form("chief", PASSWORD), "").statusCode())
                .isEqualTo(303);
    }

    @Test
    void loginFromAnotherSiteIsRefused() throws Exception {
        HttpRequest request = request("/admin/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(form("chief", PASSWORD)))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void forgedOldAndForeignSessionsAreNone() throws Exception {
        String session = logIn();
        assertThat(get("/admin", session).statusCode()).isEqualTo(200);
        for (int i = 0; i < session.length() - 1; i++) {
            String changed =
                    session.substring(0, i) + (session.charAt(i) == '1' ? '2' : '1') + session.substring(i + 1);
            assertThat(pages.gate().isOpen(changed)).as(changed).isFalse();
        }
        for (String nonsense : List.of("", ".", "..", "a.b.c", "1.2", "9999999999999..")) {
            assertThat(pages.gate().isOpen(nonsense)).as(nonsense).isFalse();
        }
        AdminAccess changedPassword =
                new AdminAccess("chief", PasswordHash.of("another password", new SecureRandom()), Optional.empty());
        assertThat(pages(changedPassword).gate().isOpen(session)).isFalse();
        clock.advance(Duration.ofHours(12));
        assertThat(get("/admin", session).statusCode()).isEqualTo(303);
    }

    @Test
    void logsOut() throws Exception {
        String session = logIn();
        String form = formToken(get("/admin", session).body());
        HttpResponse<String> answer = post("/admin/logout", "form=" + form, session);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("broadsheet-admin=;").contains("Max-Age=0"));
    }
}
