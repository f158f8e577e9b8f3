package auralis.app.command;

import auralis.library.export.OutputFormat;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How results are written: options of every command that makes files of sound. */
final class OutputOptions extends NamingOptions {
    private static final int MP3_HIGHEST_RATE = 48_000;
    private static final List<String> BIT_DEPTHS = List.of("16", "24", "32", "source");
    private static final List<String> SAMPLE_RATES =
            List.of("44100", "48000", "88200", "96000", "192000", "source");

    @Option(
            names = "--format",
            paramLabel = "wav|flac|mp3|source",
            description =
                    "Kind of file (default source: as it is where that can be written, else FLAC).")
    private OutputFormat.Container container = OutputFormat.Container.SOURCE;

    @Option(
            names = "--bit-depth",
            paramLabel = "16|24|32|source",
            description =
                    "Bits of a sample (default 24, or those of the source where its sound stays as"
                            + " it is; 32 is float and WAV only).")
    private String bitDepth;

    @Option(
            names = "--sample-rate",
            paramLabel = "HZ|source",
            description =
                    "44100, 48000, 88200, 96000, 192000 or source (default; for MP3 the nearest"
                            + " that it holds well).")
    private String sampleRate = "source";

    /**
     * @param unchanged whether the samples stay as they are, so that the source's depth is enough
     */
    OutputFormat format(boolean unchanged) {
        String depth = bitDepth != null ? bitDepth : unchanged ? "source" : "24";
        if (container == OutputFormat.Container.FLAC && depth.equals("32")) {
            throw usage("--bit-depth", "32", "16, 24 or source with --format flac");
        }
        OptionalInt rate = number("--sample-rate", sampleRate, SAMPLE_RATES);
        if (container == OutputFormat.Container.MP3 && rate.orElse(0) > MP3_HIGHEST_RATE) {
            throw usage("--sample-rate", sampleRate, "44100, 48000 or source with --format mp3");
        }
        return new OutputFormat(container, number("--bit-depth", depth, BIT_DEPTHS), rate);
    }

    private OptionalInt number(String option, String text, List<String> allowed) {
        if (!allowed.contains(text)) {
            throw usage(option, text, String.join(", ", allowed));
        }
        return text.equals("source") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
}
