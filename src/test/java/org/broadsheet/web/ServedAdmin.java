package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.config.AdminAccess;
import org.broadsheet.config.ListenAddress;
import org.broadsheet.config.PasswordHash;
import org.broadsheet.edition.Templates;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;

/** What tests of the admin's pages begin with: a web server that has them, and somebody who may log in. */
abstract class ServedAdmin {
    static final String PASSWORD = "Grüße aus der Redaktion";
    static final AdminAccess ACCESS =
            new AdminAccess("chief", PasswordHash.of(PASSWORD, new SecureRandom()), Optional.empty());

    final TestClock clock = new TestClock();
    final FakeAdmin admin = new FakeAdmin(clock);
    final PageTemplates templates = new PageTemplates(new Templates(Path.of("templates"), Optional.empty()));
    final Metrics metrics = new Metrics(admin::overview);
    final AdminPages pages = pages(ACCESS);
    final WebServer server = new WebServer(
            new ListenAddress("127.0.0.1", 0), templates, List.of(pages, MetricsPages.forAdmin(metrics, pages)), clock);
    final HttpClient client = HttpClient.newHttpClient();

    AdminPages pages(AdminAccess access) {
        return new AdminPages(
                admin, templates, access, () -> "signing key".getBytes(StandardCharsets.UTF_8), true, clock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    String logIn() throws IOException, InterruptedException {
        String cookie = post("/admin/login", form("chief", PASSWORD), "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    static String formToken(String page) {
        Matcher matcher = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    static String form(String username, String password) {
        return "username=" + username + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<String> get(String path, String session) throws IOException, InterruptedException {
        return client.send(
                request(path).header("Cookie", "broadsheet-admin=" + session).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String session) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "broadsheet-admin=" + session)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
