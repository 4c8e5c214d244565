package org.broadsheet.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.broadsheet.reply.EnhancedStatus;
import org.broadsheet.reply.ReplyJudge;
import org.broadsheet.reply.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Notices that Amazon SES sends as JSON by way of SNS, instead of reports. */
final class ProviderNotice {
    private static final String TYPE = "\"notificationType\"";

    private final ObjectMapper json = new ObjectMapper();
    private final ReplyJudge judge;

    ProviderNotice(ReplyJudge judge) {
        this.judge = judge;
    }

    /** The notice; empty when the mail is none. */
    Optional<Reading> read(ReportParts parts) {
        String text = parts.notice().strip();
        if (!text.startsWith("{") || !text.replace("\\", "").contains(TYPE)) {
            return Optional.empty();
        }
        return tree(text).map(this::reading);
    }

    /** Some server on the way may have broken the one long line, which it marks with an exclamation mark. */
    private Optional<JsonNode> tree(String text) {
        int end = text.lastIndexOf('}') + 1;
        try {
            JsonNode tree = json.readTree(
                    text.substring(0, end).replaceAll("!\\n[ \\t]*", "").replace("\n", " "));
            return Optional.of(
                    tree.has("Message") ? json.readTree(tree.path("Message").asString("")) : tree);
        } catch (JacksonException e) {
            // Not JSON after all: it is read as words, like any other mail.
            return Optional.empty();
        }
    }

    private Reading reading(JsonNode notice) {
        List<String> traces =
                new ArrayList<>(List.of(notice.path("mail").path("source").asString("")));
        notice.path("mail")
                .path("headers")
                .forEach(header -> traces.add(header.path("value").asString("")));
        return switch (notice.path("notificationType").asString("").toLowerCase(Locale.ROOT)) {
            case "bounce" ->
                new Reading(Kind.BOUNCE, recipients(notice.path("bounce").path("bouncedRecipients"), true), traces);
            case "complaint" ->
                new Reading(
                        Kind.COMPLAINT,
                        recipients(notice.path("complaint").path("complainedRecipients"), false),
                        traces);
            case "delivery" -> new Reading(Kind.RECEIPT, List.of(), traces);
            default -> new Reading(Kind.OTHER, List.of(), traces);
        };
    }

    private List<FailedRecipient> recipients(JsonNode list, boolean failed) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> new FailedRecipient(
                        one.path("emailAddress").asString(""),
                        List.of(),
                        failed ? Optional.of(verdict(one)) : Optional.empty()))
                .toList();
    }

    private Verdict verdict(JsonNode one) {
        return judge.judge(
                List.of(one.path("diagnosticCode").asString("")),
                EnhancedStatus.in(one.path("status").asString("")));
    }
}
