package auralis.library.report;

import auralis.library.export.Measurement;
import auralis.library.export.SoundPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A measurement of a source and of its result.
 *
 * @param key its name in tables for programs, without "Before" and "After"
 * @param title for people
 * @param unit may be empty
 * @param note what to know about its value; may be empty
 * @param decimals as many as mean something
 */
public record Comparison(
        String key,
        String title,
        String unit,
        String note,
        int decimals,
        OptionalDouble before,
        OptionalDouble after) {
    private static final double PERCENT = 100;

    /** After minus before; empty where one is unknown. */
    public OptionalDouble difference() {
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }

    /** All that is compared, in the order of reports; some may be unknown. */
    public static List<Comparison> of(ReportedFile file) {
        List<Comparison> rows = new ArrayList<>();
        boolean shortRange = file.after().isPresent() && !file.after().get().rangeStable();
        rows.add(level(file, "lufs", "Loudness", "LUFS", "", Measurement::integratedLufs));
        rows.add(
                level(
                        file,
                        "range",
                        "Loudness range",
                        "LU",
                        shortRange ? "uncertain under 60 s" : "",
                        Measurement::rangeLu));
        rows.add(
                level(
                        file,
                        "maxShortTerm",
                        "Loudest 3 s",
                        "LUFS",
                        "",
                        Measurement::maxShortTermLufs));
        rows.add(
                level(
                        file,
                        "maxMomentary",
                        "Loudest 400 ms",
                        "LUFS",
                        "",
                        Measurement::maxMomentaryLufs));
        rows.add(level(file, "truePeak", "True peak", "dBTP", "", Measurement::truePeakDbtp));
        rows.add(level(file, "plr", "Peak to loudness", "dB", "", Measurement::plrDb));
        rows.add(
                image(
                        file,
                        "width",
                        "Stereo width",
                        "%",
                        0,
                        picture -> scaled(picture.stereoWidth())));
        rows.add(image(file, "correlation", "Correlation", "", 2, SoundPicture::phaseCorrelation));
        return rows;
    }

    private static OptionalDouble scaled(OptionalDouble fraction) {
        return fraction.isPresent()
                ? OptionalDouble.of(PERCENT * fraction.getAsDouble())
                : fraction;
    }

    private static Comparison level(
            ReportedFile file,
            String key,
            String title,
            String unit,
            String note,
            Function<Measurement, OptionalDouble> value) {
        return new Comparison(
                key, title, unit, note, 1, of(file.before(), value), of(file.after(), value));
    }

    private static Comparison image(
            ReportedFile file,
            String key,
            String title,
            String unit,
            int decimals,
            Function<SoundPicture, OptionalDouble> value) {
        return new Comparison(
                key,
                title,
                unit,
                "",
                decimals,
                of(file.picture().map(p -> p.before()), value),
                of(file.picture().map(p -> p.after()), value));
    }

    private static <T> OptionalDouble of(Optional<T> measured, Function<T, OptionalDouble> value) {
        return measured.map(value).orElse(OptionalDouble.empty());
    }
}
