package auralis.app.command;

import auralis.library.export.Excerpt;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which part of files is worked on, when not all of them is. */
final class TrialOptions {
    private static final String SECONDS = "([0-9]{1,5}(?:\\.[0-9]+)?)";
    private static final Pattern TRIAL = Pattern.compile(SECONDS + "(?:@" + SECONDS + ")?");
    private static final double USUAL_START = 60;

    @Option(
            names = "--trial",
            paramLabel = "SECONDS[@START]",
            description =
                    "Masters only a part, as it would be within the whole: \"20@90\" is 20 s from"
                            + " 1:30 on. Without START it is 60, or earlier in shorter files.")
    private String trial;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Optional<Excerpt> part() {
        if (trial == null) {
            return Optional.empty();
        }
        Matcher matcher = TRIAL.matcher(trial);
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) <= 0) {
            throw Usage.of(spec, "--trial", trial, "SECONDS or SECONDS@START, like 20@90");
        }
        double start =
                matcher.group(2) == null ? USUAL_START : Double.parseDouble(matcher.group(2));
        return Optional.of(new Excerpt(start, Double.parseDouble(matcher.group(1))));
    }

    /**
     * Why a file has no such part, where its start was named. One that cannot be read, or whose
     * length nobody knows, is judged by those who read it.
     */
    Optional<String> problem(Path file) {
        if (trial == null || !trial.contains("@")) {
            return Optional.empty();
        }
        Excerpt part = part().orElseThrow();
        try (MediaSource source = Media.open(file)) {
            double length = source.format().seconds(source.frames().orElse(Long.MAX_VALUE));
            return part.startSeconds() + part.seconds() <= length
                    ? Optional.empty()
                    : Optional.of(
                            String.format(
                                    Locale.ROOT,
                                    "%s: it is %.1f s long and has no %s s from %s s on. Begin"
                                            + " earlier, or take less (--trial).",
                                    file.getFileName(),
                                    length,
                                    words(part.seconds()),
                                    words(part.startSeconds())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String words(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds).replaceFirst("\\.0$", "");
    }
}
