package org.broadsheet.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Installation.Web;
import org.broadsheet.config.ListenAddress;
import org.broadsheet.config.Network;
import org.broadsheet.config.Secret;
import org.broadsheet.edition.Templates;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;

/** What tests of the pages begin with: a web server with all that readers need of it, and somebody who asks it. */
abstract class ServedPages {
    static final ListenAddress ANY_PORT = new ListenAddress("127.0.0.1", 0);

    static final Web WEB = new Web(
            URI.create("https://news.example.org"),
            ANY_PORT,
            false,
            List.of(Network.parse("127.0.0.1")),
            false,
            new Secret("a secret"),
            Optional.empty(),
            Optional.empty());

    final TestClock clock = new TestClock();
    final FakeReaders readers = new FakeReaders();
    final PageTemplates templates = new PageTemplates(new Templates(Path.of("templates"), Optional.empty()));
    final WebServer server = new WebServer(
            WEB,
            templates,
            List.of(
                    new UnsubscribePages(readers, templates),
                    new ArchivePages(readers, templates, WEB),
                    new InboxPages(readers, templates)),
            clock);
    final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
