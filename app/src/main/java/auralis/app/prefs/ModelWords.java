package auralis.app.prefs;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.Offer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;

/** What is said of models. */
final class ModelWords {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final double SOON_SECONDS = 55;

    private ModelWords() {}

    /** "166 MB". */
    static String size(double bytes) {
        return bytes < GIGA
                ? Texts.text("unit.mb", bytes == 0 ? 0 : Math.max(1, Math.round(bytes / MEGA)))
                : Texts.text("unit.gb", Numbers.tenth(bytes / GIGA));
    }

    static String licence(String stated) {
        return stated.isBlank() ? Texts.text("models.licence.unknown") : stated;
    }

    static String hosts(Offer offer) {
        return String.join(", ", offer.hosts());
    }

    /** What it is for, what it makes and how large it is. */
    static String makes(Model model) {
        return Texts.text(
                "models.makes",
                kind(model.kind()),
                String.join(", ", model.makes()),
                size(model.bytes()));
    }

    /** "Separation". */
    static String kind(ModelKind kind) {
        return switch (kind) {
            case SEPARATION -> Texts.text("models.kind.separation");
            case TRANSCRIPTION -> Texts.text("models.kind.transcription");
        };
    }

    /** Where it came from and when. */
    static String origin(Model model) {
        return Texts.text("models.origin", source(model.origin()), date(model.added()));
    }

    private static String source(String origin) {
        if (origin.matches("https?://.*")) {
            return String.valueOf(URI.create(origin).getHost());
        }
        return String.valueOf(Path.of(origin).getFileName());
    }

    private static String date(String added) {
        return Numbers.date(Instant.parse(added));
    }

    /** "34 MB of 166 MB, 2.3 MB/s, about 1 min left". */
    static String loading(double bytes, double all, Pace pace) {
        String loaded = Texts.text("models.loaded", size(bytes), size(all));
        OptionalDouble speed = pace.bytesPerSecond();
        if (speed.isEmpty()) {
            return loaded;
        }
        OptionalDouble left = pace.secondsLeft(all);
        String rate = Texts.text("models.speed", Numbers.tenth(speed.getAsDouble() / MEGA));
        return left.isEmpty()
                ? Texts.text("models.loaded.speed", loaded, Texts.text("models.stalled"))
                : Texts.text("models.loaded.left", loaded, rate, left(left.getAsDouble()));
    }

    private static String left(double seconds) {
        return seconds < SOON_SECONDS
                ? Texts.text("jobs.soon")
                : Texts.text("jobs.about", Numbers.length(seconds));
    }
}
