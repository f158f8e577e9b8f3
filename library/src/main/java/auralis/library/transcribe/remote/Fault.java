package auralis.library.transcribe.remote;

import auralis.library.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a server says went wrong, in any of the ways that servers say it.
 *
 * @param message empty when it says nothing for people
 * @param code empty when there is none
 */
record Fault(String message, String code) {
    private static final int MOST_CHARACTERS = 300;

    static Fault of(Answer answer) {
        if (answer.isPage()) {
            return new Fault("", "");
        }
        try {
            JsonNode body = Json.read(answer.body(), JsonNode.class);
            JsonNode error = body.path("error");
            String code = first(error.path("code"), error.path("type"), body.path("code"));
            return new Fault(
                    line(
                            first(
                                    error.path("message"),
                                    error,
                                    body.at("/detail/0/msg"),
                                    body.path("detail"),
                                    body.path("message"))),
                    code);
        } catch (IOException e) {
            // No JSON: then it is text for people.
            return new Fault(line(answer.body()), "");
        }
    }

    private static String first(JsonNode... nodes) {
        return Stream.of(nodes)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return line.length() <= MOST_CHARACTERS
                ? line
                : line.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    /** Whether there is no money or allowance left, which no waiting changes. */
    boolean isUsedUp() {
        return code.equals("insufficient_quota")
                || code.equals("credit_balance_exhausted")
                || code.equals("billing_hard_limit_reached")
                || code.equals("billing_not_active")
                || code.endsWith("_spend_limit_exceeded")
                || code.endsWith("_usage_limit_exceeded");
    }

    /** Whether it complains about the form of the answer that was asked for. */
    boolean isAboutForm() {
        return speaksOf("verbose_json", "response_format");
    }

    /** Whether it complains about times for words. */
    boolean isAboutWords() {
        return speaksOf("granularit", "word");
    }

    private boolean speaksOf(String... things) {
        String said = message.toLowerCase(Locale.ROOT);
        return Stream.of(things).anyMatch(said::contains);
    }
}
