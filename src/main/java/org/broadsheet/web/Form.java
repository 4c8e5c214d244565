package org.broadsheet.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a form sent, as {@code application/x-www-form-urlencoded}; of any other body nothing is read. */
final class Form {
    static final int LARGEST = 16_000;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private Form(String body) {
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(decoded(parts[1]));
            }
        }
    }

    /** Reads the body of a request, however long the request says it is. */
    static Form of(Context context) {
        String type = context.contentType();
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return new Form("");
        }
        try {
            byte[] body = context.req().getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new ContentTooLargeResponse();
            }
            return new Form(new String(body, StandardCharsets.UTF_8));
        } catch (IOException cutOff) {
            // Whoever hangs up is no error for the admin; nobody reads this answer.
            throw new BadRequestResponse();
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse();
        }
    }

    /** The value of a field on one line; empty when it was not sent. */
    String line(String name) {
        return fields.getOrDefault(name, List.of(""))
                .get(0)
                .replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ")
                .strip();
    }

    /** All values of a field. */
    List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }
}
