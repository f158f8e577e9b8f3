package auralis.app.command;

import auralis.library.Library;
import auralis.library.TrackGain;
import auralis.library.search.Query;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gains to one loudness, for players and other programs. Files are not touched. */
@Command(
        name = "gains",
        description = "ReplayGain and R 128: the gain of each track and of its album, in dB.")
final class LibraryGains extends LibraryTask {
    @Option(
            names = "--reference",
            paramLabel = "LUFS",
            defaultValue = "-18",
            description =
                    "The loudness to bring them to (default: ${DEFAULT-VALUE}, as ReplayGain; R 128"
                            + " is -23).")
    private double referenceLufs;

    /** A track in an answer. */
    private record Line(
            long id,
            String file,
            OptionalDouble trackGainDb,
            OptionalDouble albumGainDb,
            OptionalDouble truePeakDbtp) {
        static Line of(TrackGain gain) {
            return new Line(
                    gain.track().id(),
                    gain.track().file().toString(),
                    gain.trackDb(),
                    gain.albumDb(),
                    gain.track().truePeakDbtp());
        }
    }

    /** The whole answer. */
    private record Answer(double referenceLufs, List<Line> tracks) {}

    @Override
    int run(Library library) throws IOException {
        List<TrackGain> gains = library.gains(Query.ALL, referenceLufs);
        if (json()) {
            print(new Answer(referenceLufs, gains.stream().map(Line::of).toList()));
            return RootCommand.DONE;
        }
        Table table = new Table(Set.of(0, 1, 2, 3));
        table.row("id", "track", "album", "dBTP", "artist", "title");
        for (TrackGain gain : gains) {
            table.row(
                    Long.toString(gain.track().id()),
                    signed(gain.trackDb()),
                    signed(gain.albumDb()),
                    signed(gain.track().truePeakDbtp()),
                    gain.track().artist(),
                    gain.track().title());
        }
        table.lines().forEach(this::line);
        return RootCommand.DONE;
    }

    private static String signed(OptionalDouble decibels) {
        return decibels.isPresent()
                ? String.format(Locale.ROOT, "%+.1f", decibels.getAsDouble())
                : "-";
    }
}
