package auralis.library.transcribe.remote;

import java.net.http.HttpHeaders;

/** What came back. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_OTHER = 300;

    boolean isGood() {
        return status >= FIRST_GOOD && status < FIRST_OTHER;
    }

    /** Whether it is a page for people. */
    boolean isPage() {
        String type = headers.firstValue("Content-Type").orElse("");
        return type.startsWith("text/html") || body.stripLeading().startsWith("<");
    }

    /** Whether it is the bare text of a transcript. */
    boolean isText() {
        boolean isPlain = headers.firstValue("Content-Type").orElse("").startsWith("text/plain");
        return isPlain && !isPage() && !body.stripLeading().startsWith("{");
    }
}
