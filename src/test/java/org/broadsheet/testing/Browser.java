package org.broadsheet.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, asked over its DevTools protocol what a page looks like. */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String LISTENING = "DevTools listening on ";
    private static final long PATIENCE_SECONDS = 60;

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final Messages messages = new Messages();
    private final JsonMapper json = new JsonMapper();
    private final String session;
    private int asked;

    /** The browser of this machine; empty, and said aloud, when there is none. */
    public static Optional<Path> installed() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("SKIPPED: there is no Chromium on this machine, so nobody looks at the mails;"
                    + " Debian: apt-get install chromium");
        }
        return found;
    }

    /** Starts it with an empty profile in that folder. */
    public Browser(Path chromium, Path profile) throws Exception {
        this.profile = profile;
        List<String> command = new ArrayList<>(List.of(chromium.toString(), "--headless", "--no-sandbox"));
        command.addAll(List.of("--disable-gpu", "--no-first-run", "--disable-background-networking"));
        command.addAll(List.of("--disable-component-update", "--disable-sync", "--hide-scrollbars"));
        command.addAll(List.of("--user-data-dir=" + profile, "--remote-debugging-port=0", "about:blank"));
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(), messages)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String target = ask("Target.createTarget", null, Map.of("url", "about:blank"))
                .path("targetId")
                .asString();
        this.session = ask("Target.attachToTarget", null, Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        ask("Page.enable", Map.of());
        ask("Network.enable", Map.of());
    }

    private URI address() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                return URI.create(line.substring(LISTENING.length()).strip());
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    /** How pages are shown from now on. */
    public record View(int width, boolean dark, boolean forcedDark, boolean images) {
        /** In the light, with pictures. */
        public static View light(int width) {
            return new View(width, false, false, true);
        }
    }

    /** Opens a page, and returns when all of it is there. */
    public void open(URI page, View view) throws Exception {
        Map<String, Object> size =
                Map.of("width", view.width(), "height", 800, "deviceScaleFactor", 1.5, "mobile", true);
        ask("Emulation.setDeviceMetricsOverride", size);
        String scheme = view.dark() ? "dark" : "light";
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        ask("Emulation.setAutoDarkModeOverride", Map.of("enabled", view.forcedDark()));
        ask("Network.setBlockedURLs", Map.of("urls", view.images() ? List.of() : List.of("*.jpg", "*.png", "*.ico")));
        ask("Page.navigate", Map.of("url", page.toString()));
        messages.await(
                message -> "Page.loadEventFired".equals(message.path("method").asString()), json);
    }

    /** The value of an expression of JavaScript in the page. */
    public JsonNode value(String expression) throws Exception {
        return ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true))
                .path("result")
                .path("value");
    }

    /** A picture of the whole page, as PNG. */
    public void shoot(Path file) throws Exception {
        JsonNode shot = ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asString()));
    }

    private JsonNode ask(String method, Map<String, ?> parameters) throws Exception {
        return ask(method, session, parameters);
    }

    private JsonNode ask(String method, @Nullable String session, Map<String, ?> parameters) throws Exception {
        int id = ++asked;
        var question = json.createObjectNode().put("id", id).put("method", method);
        question.set("params", json.valueToTree(parameters));
        if (session != null) {
            question.put("sessionId", session);
        }
        socket.sendText(question.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        JsonNode answer = messages.await(message -> message.path("id").asInt() == id, json);
        if (answer.has("error")) {
            throw new IOException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        // Its helpers write into the profile, too, and go a little later than it does.
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        process.destroy();
        for (ProcessHandle one : all) {
            one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
        for (String link : List.of("SingletonSocket", "SingletonLock", "SingletonCookie")) {
            Files.deleteIfExists(profile.resolve(link));
        }
    }

    /** What the browser says, in order. */
    private static final class Messages implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        /** The next message of that kind; what comes before it is of no interest. */
        JsonNode await(Predicate<JsonNode> kind, JsonMapper json) throws Exception {
            while (true) {
                String message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new IOException("Chromium does not answer");
                }
                JsonNode tree = json.readTree(message);
                if (kind.test(tree)) {
                    return tree;
                }
            }
        }
    }
}
