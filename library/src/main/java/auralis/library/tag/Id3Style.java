package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frames of ID3v2.2, .3 and .4 (id3.org). The id of an entry is the frame's in version 2.3 or 2.4,
 * with what tells it from others of its kind behind a colon: {@code TXXX:MOOD}, {@code APIC:3}.
 */
final class Id3Style implements TagStyle {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d).*");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d\\d)(\\d\\d)");
    private static final Pattern GENRE_NUMBER = Pattern.compile("\\((\\d{1,3})\\)");

    /** Volumes, equalisation, seek tables, lengths and keys: true of one file only. */
    private static final Set<String> OF_ONE_SOUND =
            Set.of(
                    "RVA2", "RVAD", "RGAD", "XRVA", "EQU2", "EQUA", "MLLT", "SEEK", "ASPI", "RBUF",
                    "TLEN", "TSIZ", "TDEN", "TDTG", "TFLT", "TSSE", "AENC", "ENCR", "GRID", "SIGN",
                    "MCDI", "NCON", "XHD3");

    private static final String UFID_TRACK = "UFID:http://musicbrainz.org";

    /** English, for comments and lyrics, where their language is not known: undetermined. */
    private static final String LANGUAGE = "und";

    private final int version;

    Id3Style(int version) {
        this.version = version;
    }

    int version() {
        return version;
    }

    /** Describes a frame by its id in the names of version 2.3 or 2.4 and its decoded body. */
    TagItem item(String frame, int flags, Slice body, boolean readable) throws IOException {
        if (!readable) {
            return new TagItem(frame, "", flags, body);
        }
        String id = frame;
        byte[] head = body.head(512);
        switch (frame) {
            case "TXXX" -> id += ":" + described(head, 1);
            case "COMM", "USLT" -> id += suffix(described(head, 4));
            case "UFID" -> id += ":" + Id3Text.decode(head, 0, Id3Text.end(head, 0, 0), 0);
            case "APIC" -> {
                int type = pictureType(head);
                return new TagItem(id + ":" + type, TagItem.pictureName(type), flags, body);
            }
            default -> {}
        }
        return new TagItem(id, name(id), flags, body);
    }

    private static String name(String id) {
        if (id.startsWith("COMM:") || id.startsWith("USLT:")) {
            return TagNames.ID3.name(id.substring(0, 4)) + id.substring(4);
        }
        return TagNames.ID3.name(id);
    }

    private static String suffix(String description) {
        return description.isEmpty() ? "" : ":" + description;
    }

    private static String described(byte[] body, int from) {
        if (body.length <= from) {
            return "";
        }
        return Id3Text.decode(body, from, Id3Text.end(body, from, body[0]), body[0]);
    }

    private int pictureType(byte[] body) {
        int at = version == 2 ? 4 : Id3Text.end(body, Math.min(1, body.length), 0) + 1;
        return at < body.length ? body[at] & 0xFF : Picture.OTHER;
    }

    @Override
    public String id(String name) {
        for (String described : List.of("comment:", "lyrics:")) {
            if (name.toLowerCase(Locale.ROOT).startsWith(described)) {
                return id(described.substring(0, described.length() - 1))
                        + name.substring(described.length() - 1);
            }
        }
        String id = TagNames.ID3.id(name);
        if (version < 4) {
            id = id.equals("TDRC") ? "TYER" : id.equals("TDOR") ? "TORY" : id;
        }
        return version == 2 && !Id3Tag.hasShortId(id) ? "TXXX:" + name : id;
    }

    @Override
    public boolean takes(TagItem item, TagStyle from) {
        return from instanceof Id3Style id3
                && id3.version <= version
                && item.name().isEmpty()
                && item.flags() == 0
                && item.id().length() == 4
                && (version > 2 || Id3Tag.hasShortId(item.id()))
                && !OF_ONE_SOUND.contains(item.id());
    }

    @Override
    public List<String> texts(TagItem item) throws IOException {
        byte[] body = item.body().bytes();
        if (body.length == 0) {
            return List.of();
        }
        if (item.id().startsWith("UFID")) {
            int owner = Id3Text.end(body, 0, 0) + 1;
            return List.of(
                    new String(
                            body,
                            Math.min(owner, body.length),
                            Math.max(0, body.length - owner),
                            ISO_8859_1));
        }
        List<String> texts = Id3Text.split(body, start(item.id(), body), body[0]);
        if (item.id().equals("TCON")) {
            return texts.stream().map(Id3Style::genre).toList();
        }
        return texts;
    }

    /** Version 2.3 has the year in one frame and day and month in another. */
    @Override
    public String complete(String text, List<TagItem> named) throws IOException {
        for (TagItem item : named) {
            if (item.id().equals("TDAT") && YEAR.matcher(text).matches()) {
                Matcher day = DAY_AND_MONTH.matcher(String.join("", texts(item)));
                return day.matches() ? text + "-" + day.group(2) + "-" + day.group(1) : text;
            }
        }
        return text;
    }

    private static int start(String id, byte[] body) {
        int described = id.startsWith("TXXX") ? 1 : isNote(id) ? 4 : 0;
        return described == 0 ? 1 : Id3Text.end(body, described, body[0]) + Id3Text.width(body[0]);
    }

    private static boolean isNote(String id) {
        return id.startsWith("COMM") || id.startsWith("USLT");
    }

    /** "(17)Rock", "(17)" and "17" are Rock. */
    private static String genre(String text) {
        Matcher number = GENRE_NUMBER.matcher(text);
        if (number.lookingAt() && number.end() < text.length()) {
            return genre(text.substring(number.end()));
        }
        return Genres.named(text.replaceAll("[()]", "")).orElse(text);
    }

    @Override
    public List<TagItem> items(String name, List<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        String id = id(name);
        Matcher date = DATE.matcher(values.get(0));
        if (id.equals("TYER") && date.matches()) {
            return List.of(
                    text("TYER", name, List.of(date.group(1))),
                    text("TDAT", name, List.of(date.group(3) + date.group(2))));
        }
        if (id.equals(UFID_TRACK)) {
            String body = id.substring(5) + "\0" + values.get(0);
            return List.of(TagItem.of(id, name, body.getBytes(ISO_8859_1)));
        }
        if (isNote(id)) {
            return values.stream().map(value -> note(id, name, value)).toList();
        }
        return List.of(text(id, name, values));
    }

    private TagItem text(String id, String name, List<String> values) {
        List<String> texts = new ArrayList<>();
        if (id.startsWith("TXXX:")) {
            texts.add(id.substring(5));
        }
        texts.addAll(values);
        int code = Id3Text.code(version, texts);
        return TagItem.of(id, name, join(code, Id3Text.join(texts, code)));
    }

    private TagItem note(String id, String name, String value) {
        List<String> texts = List.of(id.length() > 5 ? id.substring(5) : "", value);
        int code = Id3Text.code(version, texts);
        return TagItem.of(
                id, name, join(code, LANGUAGE.getBytes(ISO_8859_1), Id3Text.join(texts, code)));
    }

    private static byte[] join(int first, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Override
    public Optional<Picture> picture(TagItem item) throws IOException {
        byte[] body = item.body().bytes();
        if (body.length < 4) {
            return Optional.empty();
        }
        int type = version == 2 ? 4 : Id3Text.end(body, 1, 0) + 1;
        int end = type >= body.length ? body.length : Id3Text.end(body, type + 1, body[0]);
        int start = end + Id3Text.width(body[0]);
        if (start >= body.length) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOfRange(body, start, body.length);
        String description = Id3Text.decode(body, type + 1, end, body[0]);
        return Optional.of(new Picture(body[type] & 0xFF, Picture.mime(bytes), description, bytes));
    }

    @Override
    public List<TagItem> items(Picture picture) {
        int code = Id3Text.code(version, List.of(picture.description()));
        byte[] description = Id3Text.join(List.of(picture.description(), ""), code);
        byte[] type = {(byte) picture.type()};
        byte[] body = join(code, kind(picture), type, description, picture.shared());
        return List.of(
                TagItem.of("APIC:" + picture.type(), TagItem.pictureName(picture.type()), body));
    }

    private byte[] kind(Picture picture) {
        if (version > 2) {
            return (picture.mime() + "\0").getBytes(ISO_8859_1);
        }
        return (picture.mime().endsWith("png") ? "PNG" : "JPG").getBytes(ISO_8859_1);
    }
}
