package auralis.library.worker;

import auralis.library.json.Json;
import java.io.IOException;

/**
 * What parent and child say to each other.
 *
 * @param request number of the request that it belongs to; 0 for none
 * @param name of a task or a phase; may be empty
 * @param amount of units
 * @param text what the task is given, what came of it, or why it failed
 */
record Message(Kind kind, long request, String name, long amount, String text) {
    enum Kind {
        /** To the child: do a task. */
        REQUEST,
        /** I am there and live. */
        BEAT,
        TOTAL,
        ADVANCE,
        PHASE,
        RESULT,
        FAILURE
    }

    static final Message BEAT = new Message(Kind.BEAT, 0, "", 0, "");

    static Message read(String json) throws IOException {
        return Json.read(json, Message.class);
    }

    String json() {
        return Json.write(this);
    }
}
