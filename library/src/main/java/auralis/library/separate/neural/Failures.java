package auralis.library.separate.neural;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the runtime complains about, for people. */
final class Failures {
    private static final int LONGEST = 300;

    /** What it puts in front of each of its messages. */
    private static final Pattern OPENING =
            Pattern.compile("(?s)^Error code - \\w+ - message: (?:Load model from .*? failed:)?");

    private static final Pattern EXTERNAL =
            Pattern.compile(
                    "(?is).*(?:external data|external_data|\\.data\\b|cannot get file size|"
                            + "open file).*");

    private static final Pattern QUOTED = Pattern.compile("[\\[\"']([^\\[\\]\"']+)[\\]\"']");

    private Failures() {}

    static IOException loading(Path file, OrtException e) {
        String message = String.valueOf(e.getMessage());
        String name = String.valueOf(file.getFileName());
        if (e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_PROTOBUF) {
            return new IOException(
                    name
                            + " is not a whole ONNX model: it is cut off, damaged, or something"
                            + " else. Download or copy it again.",
                    e);
        }
        if (EXTERNAL.matcher(message).matches()) {
            return new IOException(
                    name
                            + " keeps its weights in another file, which is missing"
                            + quoted(message)
                            + ". Put that file into the same folder, under the name it had.",
                    e);
        }
        return new IOException(
                name + " cannot be loaded: " + words(message) + ". Get another export of it.", e);
    }

    static IOException running(Path file, Throwable e) {
        return new IOException(
                file.getFileName()
                        + " failed while it ran: "
                        + words(String.valueOf(e.getMessage()))
                        + ". Get another export of it, or choose another model.",
                e);
    }

    private static String quoted(String message) {
        Matcher quoted = QUOTED.matcher(message);
        String last = "";
        while (quoted.find()) {
            last = quoted.group(1);
        }
        return last.isEmpty() ? "" : " (" + Path.of(last).getFileName() + ")";
    }

    private static String words(String message) {
        String line =
                OPENING.matcher(message).replaceFirst("").strip().lines().findFirst().orElse("");
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
