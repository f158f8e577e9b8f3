package auralis.app.browse;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.track.Listened;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The columns that the list can have, from left to right, and the order each one sorts by. */
enum Column {
    STATUS("table.status", Shape.icon(), TrackOrder.STATE, track -> ""),
    FAVOURITE("table.favourite", Shape.icon().asked(), TrackOrder.FAVOURITE, track -> ""),
    TITLE("table.title", Shape.words(270), TrackOrder.TITLE, Track::title),
    ARTIST("table.artist", Shape.words(165), TrackOrder.ARTIST, Track::artist),
    ALBUM("table.album", Shape.words(165).from(640), TrackOrder.ALBUM, Track::album),
    NUMBER(
            "table.number",
            Shape.figure(48).asked(),
            TrackOrder.NUMBER,
            track -> first(track.tags().track())),
    DISC("table.disc", Shape.figure(48).asked(), null, track -> first(track.tags().disc())),
    YEAR(
            "table.year",
            Shape.figure(56).asked(),
            TrackOrder.YEAR,
            track -> first(track.tags().year())),
    GENRE("table.genre", Shape.words(110).asked(), TrackOrder.GENRE, track -> track.tags().genre()),
    ALBUM_ARTIST(
            "table.album.artist",
            Shape.words(150).asked(),
            TrackOrder.ALBUM_ARTIST,
            track -> track.tags().albumArtist()),
    TIME("table.time", Shape.figure(64), TrackOrder.TIME, track -> Numbers.time(track.seconds())),
    LOUDNESS(
            "table.loudness",
            Shape.figure(68),
            TrackOrder.LOUDNESS,
            track -> Numbers.tenth(track.integratedLufs())),
    PEAK(
            "table.peak",
            Shape.figure(92),
            TrackOrder.PEAK,
            track -> Numbers.tenth(track.truePeakDbtp())),
    VERSIONS(
            "table.versions",
            Shape.figure(74).from(560),
            TrackOrder.VERSIONS,
            track -> count(track.versions())),
    RATE("table.rate", Shape.figure(96).asked(), TrackOrder.RATE, track -> rate(track.stream())),
    CODEC(
            "table.codec",
            Shape.words(64).asked(),
            TrackOrder.CODEC,
            track -> track.stream().codec().orElse("")),
    ADDED(
            "table.added",
            Shape.words(92).asked(),
            TrackOrder.ADDED,
            track -> Numbers.date(track.added())),
    PLAYED(
            "table.played",
            Shape.words(92).asked(),
            TrackOrder.PLAYED,
            track -> date(track.listened().last())),
    PLAYS(
            "table.plays",
            Shape.figure(56).asked(),
            TrackOrder.PLAYS,
            track -> plays(track.listened())),
    PATH("table.path", Shape.words(240).asked(), TrackOrder.PATH, track -> track.file().toString());

    /** More would make every row slow and none legible. */
    static final int MOST = 15;

    private final String key;
    private final Shape shape;
    private final TrackOrder order;
    private final Function<Track, String> text;

    Column(String key, Shape shape, TrackOrder order, Function<Track, String> text) {
        this.key = key;
        this.shape = shape;
        this.order = order;
        this.text = text;
    }

    /**
     * How a column looks.
     *
     * @param width in pixels, to begin with
     * @param byDefault whether it is shown until the user says otherwise
     * @param room the width of the list from which on there is room for it
     */
    record Shape(Kind kind, double width, boolean byDefault, double room) {
        /** What is in its cells. */
        enum Kind {
            ICON,
            WORDS,
            FIGURE
        }

        private static Shape icon() {
            return new Shape(Kind.ICON, 36, true, 0);
        }

        private static Shape words(double width) {
            return new Shape(Kind.WORDS, width, true, 0);
        }

        private static Shape figure(double width) {
            return new Shape(Kind.FIGURE, width, true, 0);
        }

        /** Shown only when the user asks for it. */
        private Shape asked() {
            return new Shape(kind, width, false, room);
        }

        private Shape from(double least) {
            return new Shape(kind, width, byDefault, least);
        }
    }

    /** Of the text in its head. */
    String key() {
        return key;
    }

    Shape shape() {
        return shape;
    }

    /** Empty where the list cannot be sorted by it. */
    Optional<TrackOrder> order() {
        return Optional.ofNullable(order);
    }

    Function<Track, String> text() {
        return text;
    }

    /** Its name in full. */
    String title() {
        return Texts.text(Texts.has(key + ".name") ? key + ".name" : key);
    }

    /** Of "3/12" the 3, of "2001-05-06" the 2001. */
    private static String first(String tag) {
        return tag.split("[/-]", 2)[0].strip();
    }

    private static String count(int number) {
        return number == 0 ? "" : Texts.text("table.count", number);
    }

    private static String plays(Listened listened) {
        return count(listened.plays());
    }

    private static String date(Optional<Instant> at) {
        return at.map(Numbers::date).orElse("");
    }

    private static String rate(Stream stream) {
        if (stream.sampleRate().isEmpty()) {
            return "";
        }
        double kilohertz = stream.sampleRate().getAsInt() / 1000.0;
        return stream.bitDepth().isPresent()
                ? Texts.text("table.rate.bits", kilohertz, stream.bitDepth().getAsInt())
                : Texts.text("table.rate.only", kilohertz);
    }
}
