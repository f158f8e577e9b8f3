package auralis.library.transcribe.remote;

import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes of what went wrong a sentence and what is to be done. */
final class Refusals {
    private static final int TOO_MANY = 429;
    private static final int TOO_LARGE = 413;
    private static final int FIRST_MOVED = 300;
    private static final int FIRST_WRONG = 400;
    private static final int FIRST_BROKEN = 500;

    /** Those below 500 that may go better in a while. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 425);

    private final Endpoint endpoint;

    Refusals(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    RecognitionException of(Answer answer) {
        Fault fault = Fault.of(answer);
        Optional<Duration> wait = Waits.asked(answer.headers(), Instant.now());
        int status = answer.status();
        if (fault.isUsedUp()) {
            return stop("takes no more requests" + said(fault), "Look at your account there");
        }
        if (status == TOO_MANY) {
            return made(Remedy.WAIT, "asks for fewer requests" + said(fault), "", wait, null);
        }
        if (status == TOO_LARGE) {
            String how = "Choose shorter pieces";
            return made(Remedy.HALVE, "takes no pieces this large", how, wait, null);
        }
        if (status >= FIRST_BROKEN || PASSING.contains(status)) {
            String how = "Try again later";
            return made(Remedy.RETRY, "failed (" + status + ")" + said(fault), how, wait, null);
        }
        return refused(answer, fault);
    }

    private RecognitionException refused(Answer answer, Fault fault) {
        int status = answer.status();
        if (status >= FIRST_MOVED && status < FIRST_WRONG) {
            String there =
                    answer.headers()
                            .firstValue("Location")
                            .map(to -> " (to " + to + ")")
                            .orElse("");
            return stop(
                    "sends requests elsewhere" + there + ", and nothing was sent there",
                    "If you trust that, enter its address in the preferences");
        }
        return switch (status) {
            case 401 ->
                    stop(
                            endpoint.key().isEmpty()
                                    ? "wants a key" + said(fault)
                                    : "does not take the key" + said(fault),
                            "Enter the key in the preferences, or set " + EndpointStore.KEY);
            case 403 ->
                    stop("does not allow this (403)" + said(fault), "Look at your account there");
            case 404 ->
                    stop(
                            "does not know this path or model (404)" + said(fault),
                            "Correct address, path and model in the preferences");
            default ->
                    stop(
                            "refused the request (" + status + ")" + said(fault),
                            "Correct what it names in the preferences");
        };
    }

    /** That of a connection. */
    RecognitionException of(IOException failed) {
        if (isIn(failed, CertificateException.class)) {
            RecognitionException stop =
                    stop(
                            "cannot prove that it is the one that was meant: its certificate is"
                                    + " not valid here",
                            "Correct its address in the preferences");
            stop.addSuppressed(failed);
            return stop;
        }
        if (isIn(failed, UnresolvedAddressException.class)) {
            return cannotBeReached("there is no server of this name", failed);
        }
        if (failed instanceof HttpConnectTimeoutException) {
            return cannotBeReached("nobody answered within 10 s", failed);
        }
        if (failed instanceof ConnectException) {
            return cannotBeReached("nobody listens there", failed);
        }
        String what =
                failed instanceof HttpTimeoutException
                        ? "gave " + failed.getMessage()
                        : "broke off the connection";
        return made(Remedy.RETRY, what, "Try again later", Optional.empty(), failed);
    }

    private RecognitionException cannotBeReached(String why, IOException failed) {
        return made(
                Remedy.RETRY,
                "cannot be reached: " + why,
                "Correct its address in the preferences or start it",
                Optional.empty(),
                failed);
    }

    /** An answer that cannot be understood; it may repeat the key, so it is no cause. */
    RecognitionException unreadable(Answer answer, IOException why) {
        String what =
                answer.isPage()
                        ? "answered with a page for people instead of a transcript"
                        : "answered with something that is no transcript: " + why.getMessage();
        String how =
                "Look whether its address in the preferences is that of a transcription server";
        return made(Remedy.RETRY, what, how, Optional.empty(), null);
    }

    /** An answer that names no models. */
    RecognitionException noList() {
        return stop("has no list of models", "Enter the name of the model yourself");
    }

    /** No request is made because the key could be read on its way. */
    RecognitionException unencrypted() {
        return stop(
                "is reached without encryption, so that others could read the key",
                "Use https, or allow it in the preferences");
    }

    private RecognitionException stop(String what, String how) {
        return made(Remedy.STOP, what, how, Optional.empty(), null);
    }

    private RecognitionException made(
            Remedy remedy, String what, String how, Optional<Duration> wait, Throwable cause) {
        String advice = how.isEmpty() ? "" : " " + how + ".";
        String end = what.endsWith(".") || what.endsWith("…") || what.endsWith("!") ? "" : ".";
        String sentence = endpoint.host() + " " + what + end + advice;
        return new RecognitionException(remedy, withoutKey(sentence), wait, cause);
    }

    /** Some servers repeat it. */
    private String withoutKey(String sentence) {
        return endpoint.key().map(key -> sentence.replace(key, "•••")).orElse(sentence);
    }

    private static String said(Fault fault) {
        return fault.message().isEmpty() ? "" : ": " + fault.message();
    }

    private static boolean isIn(Throwable failed, Class<? extends Throwable> kind) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(kind::isInstance);
    }
}
