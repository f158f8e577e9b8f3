package auralis.library.transcribe.remote;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body of multipart/form-data, read with no patience for mistakes (RFC 7578, RFC 2046). */
final class Form {
    private static final Pattern TYPE =
            Pattern.compile("multipart/form-data; boundary=([0-9A-Za-z'()+_,./:=?-]{1,70})");
    private static final Pattern DISPOSITION =
            Pattern.compile(
                    "Content-Disposition: form-data; name=\"([^\"]+)\"(?:; filename=\"([^\"]+)\")?"
                            + "(?:\r\nContent-Type: ([^\r\n]+))?");

    final Map<String, List<String>> fields = new LinkedHashMap<>();
    String fileName = "";
    byte[] file = new byte[0];

    Form(String contentType, byte[] body) {
        Matcher type = TYPE.matcher(contentType);
        require(type.matches(), "content type " + contentType);
        String mark = "--" + type.group(1);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        require(text.startsWith(mark + "\r\n"), "no boundary at the beginning");
        require(text.endsWith("\r\n" + mark + "--\r\n"), "no boundary at the end");
        String[] parts =
                text.substring(mark.length() + 2, text.length() - mark.length() - 6)
                        .split(Pattern.quote("\r\n" + mark + "\r\n"), -1);
        for (String part : parts) {
            add(part);
        }
        require(!fileName.isEmpty(), "no file with a name");
    }

    private void add(String part) {
        int blank = part.indexOf("\r\n\r\n");
        require(blank > 0, "a part without an empty line");
        Matcher head = DISPOSITION.matcher(part.substring(0, blank));
        require(head.matches(), "the head of a part: " + part.substring(0, blank));
        byte[] content = part.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
        if (head.group(1).equals("file")) {
            require(head.group(2) != null && head.group(2).contains("."), "no name of a file");
            require(fileName.isEmpty(), "two files");
            fileName = head.group(2);
            file = content;
        } else {
            fields.computeIfAbsent(head.group(1), name -> new ArrayList<>())
                    .add(new String(content, StandardCharsets.UTF_8));
        }
    }

    String field(String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }

    static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }
}
