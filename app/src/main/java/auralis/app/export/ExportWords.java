package auralis.app.export;

import auralis.app.export.ExportChoice.IfExists;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.OutputFormat.Container;
import auralis.library.export.OverwritePolicy;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of files that are to be written. */
public final class ExportWords {
    private ExportWords() {}

    /** What happens with a file that has the name already. */
    public static String exists(IfExists policy) {
        return Texts.text(
                switch (policy) {
                    case NUMBER -> "export.exists.number";
                    case SKIP -> "export.exists.skip";
                    case REPLACE -> "export.exists.replace";
                    case ASK -> "export.exists.ask";
                });
    }

    public static String format(Container format) {
        return Texts.text(
                switch (format) {
                    case SOURCE -> "export.as.source";
                    case FLAC -> "export.format.flac";
                    case WAV -> "export.format.wav";
                    case MP3 -> "export.format.mpeg";
                });
    }

    /** Bits of a sample; empty: as the source. */
    public static String depth(OptionalInt bits) {
        return bits.isEmpty()
                ? Texts.text("export.as.source")
                : Texts.text(
                        bits.getAsInt() == 32 ? "export.depth.float" : "unit.bits",
                        bits.getAsInt());
    }

    static String rate(OptionalInt hertz) {
        if (hertz.isEmpty()) {
            return Texts.text("export.as.source");
        }
        Function<Double, String> digits =
                khz -> khz == Math.rint(khz) ? Numbers.whole(khz) : Numbers.tenth(khz);
        return Texts.text("unit.khz", digits.apply(hertz.getAsInt() / 1e3));
    }

    /** An amount of bytes, about. */
    public static String megabytes(double bytes) {
        double mega = bytes / 1e6;
        return mega < 1_000
                ? Texts.text("unit.mb", Math.max(1, Math.round(mega)))
                : Texts.text("unit.gb", Numbers.tenth(mega / 1_000));
    }

    /**
     * What the files will be called, line by line.
     *
     * @param planned the first of them
     * @param all how many there are
     */
    static String names(List<Planned> planned, int all) {
        return lines(planned.stream().map(ExportWords::name), all - planned.size());
    }

    /** Some of many lines, and how many more there are. */
    public static String first(List<String> all, int shown) {
        return lines(all.stream().limit(shown), all.size() - shown);
    }

    private static String lines(Stream<String> names, int more) {
        String lines = names.collect(Collectors.joining("\n"));
        return more > 0 ? lines + "\n" + Texts.text("export.more", more) : lines;
    }

    private static String name(Planned one) {
        if (one.problem().isPresent()) {
            return one.problem().get();
        }
        if (one.target().isEmpty()) {
            String source = String.valueOf(one.request().source().getFileName());
            return Texts.text("export.skips", source);
        }
        String file = String.valueOf(one.target().get().getFileName());
        return one.exists() && one.request().ifExists() == OverwritePolicy.REPLACE
                ? Texts.text("export.replaces", file)
                : file;
    }

    /** How large all will be, and how long it will take where the speed is known. */
    static String estimate(Outlook outlook, OptionalDouble speed) {
        if (outlook.bytes() == 0) {
            return "";
        }
        String size = Texts.text("export.size", megabytes(outlook.bytes()));
        return speed.isEmpty()
                ? size
                : Texts.text(
                        "export.size.and.time",
                        size,
                        Numbers.length(Math.max(60, outlook.seconds() / speed.getAsDouble())));
    }
}
