package org.broadsheet.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;

/** Somebody who opens the pages and sends their forms, over real HTTP. */
final class Visitor {
    static final String ANNA = "anna@example.org";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ReaderHouse house;

    Visitor(ReaderHouse house) {
        this.house = house;
    }

    /** Signs Anna up for the German newsletter and confirms; gives the link to her preferences. */
    URI preferences(String choices) throws Exception {
        int before = house.mails();
        signUp("morgen", ANNA, choices);
        URI link = house.link(house.newest(before + 1, ANNA), "/confirm/");
        String path = Jsoup.parse(post(link, "").body()).select("a[href^=/p/]").attr("href");
        return house.web().resolve(path);
    }

    HttpResponse<String> signUp(String newsletter, String address, String choices)
            throws IOException, InterruptedException {
        return post(
                house.web().resolve("/subscribe/" + newsletter), "page=de&email=" + encoded(address) + "&" + choices);
    }

    /** A text as forms send it. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(URI.create(house.web() + path));
    }

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).build());
    }

    HttpResponse<String> post(URI address, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }
}
