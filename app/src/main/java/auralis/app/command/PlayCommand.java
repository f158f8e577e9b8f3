package auralis.app.command;

import auralis.app.platform.OutputChoice;
import auralis.app.platform.OutputDevice;
import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.Mastering;
import auralis.app.play.Side;
import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.export.Exporter;
import auralis.library.media.Media;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "play",
        description = {
            "Plays files one after another, without a gap, through the sound device.",
            "The device gets the samples that \"master\" with the same options writes."
        })
final class PlayCommand extends FileCommand {
    private static final int LONGEST_SECONDS = 86_400;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "What to play.")
    private List<Path> files;

    @Option(names = "--original", description = "As the file is, not mastered.")
    private boolean original;

    @Option(names = "--seconds", paramLabel = "N", description = "Only so much of each file.")
    private Double seconds;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "One of \"devices\", or a part of its name (default: the system's).")
    private String device;

    @Option(
            names = "--bit-depth",
            paramLabel = "16|24|32",
            description = "What the device is given (default 24 where it takes them).")
    private Integer bitDepth;

    @Mixin private MasteringOptions mastering;

    @Spec private CommandSpec spec;

    /** The whole answer. */
    private record Answer(List<PlayedFile> files) {}

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        requireOptions();
        Preset chosen = mastering.preset(root(), library.effects());
        SoundOutputs outputs = root().outputs();
        outputs.choose(choice(outputs));
        requireSound(outputs, found);
        Preset wanted = withReference(chosen, library);
        List<PlayedFile> answers = new ArrayList<>();
        try (Hearing hearing = new Hearing(outputs, this::tell);
                Ahead<Path, Hearing.Piece> pieces =
                        new Ahead<>(found, (file, going) -> piece(library, file, wanted, going))) {
            for (Path file : found) {
                answers.add(play(hearing, file, pieces));
            }
        }
        if (json()) {
            print(new Answer(answers));
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    private void requireOptions() {
        if (seconds != null && !(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw Usage.of(spec, "--seconds", seconds.toString(), "above 0, at most a day");
        }
        if (bitDepth != null && !List.of(16, 24, 32).contains(bitDepth)) {
            throw Usage.of(spec, "--bit-depth", bitDepth.toString(), "16, 24 or 32");
        }
    }

    private OutputChoice choice(SoundOutputs outputs) throws IOException {
        Optional<String> id =
                device == null ? Optional.empty() : Optional.of(named(outputs.devices()).id());
        OptionalInt bits = bitDepth == null ? OptionalInt.empty() : OptionalInt.of(bitDepth);
        return new OutputChoice(id, bits);
    }

    /** The device that is called so, else the only one that has it in its name. */
    private OutputDevice named(List<OutputDevice> devices) throws IOException {
        String wanted = device.toLowerCase(Locale.ROOT);
        List<OutputDevice> likely = new ArrayList<>();
        for (OutputDevice candidate : devices) {
            String id = candidate.id().toLowerCase(Locale.ROOT);
            String name = candidate.name().toLowerCase(Locale.ROOT);
            if (id.equals(wanted) || name.equals(wanted)) {
                return candidate;
            }
            if (id.contains(wanted) || name.contains(wanted)) {
                likely.add(candidate);
            }
        }
        if (likely.size() == 1) {
            return likely.get(0);
        }
        throw new IOException(
                (likely.isEmpty() ? "No sound output" : "More than one sound output")
                        + " is called \""
                        + device
                        + "\"; \"auralis devices\" lists what there is.");
    }

    /** Before anything is analysed for nothing; a file that cannot be read is told later. */
    private static void requireSound(SoundOutputs outputs, List<Path> found) throws IOException {
        for (Path file : found) {
            try (MediaSource source = Media.open(file);
                    SoundOutput output = outputs.open(source.format())) {
                if (!output.audible()) {
                    throw new NoSoundException(output.problem());
                }
                return;
            } catch (NoSoundException e) {
                throw e;
            } catch (IOException e) {
                continue;
            }
        }
    }

    private Preset withReference(Preset preset, Library library)
            throws IOException, InterruptedException {
        try (ProgressLine progress = progress("reference")) {
            return original ? preset : mastering.withReference(preset, library, progress);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private PlayedFile play(Hearing hearing, Path file, Ahead<Path, Hearing.Piece> pieces)
            throws IOException, InterruptedException {
        try {
            Hearing.Piece piece = take(file, pieces);
            try (ProgressLine progress = progress(file, 0)) {
                PlayedFile heard =
                        seconds == null
                                ? hearing.play(piece, pieces::ready, Double.MAX_VALUE, progress)
                                : hearing.play(piece, Optional::empty, seconds, progress);
                progress.clear();
                report(heard);
                return heard;
            }
        } catch (NoSoundException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return PlayedFile.failed(file.toString(), side(), failed(file, e));
        }
    }

    private Hearing.Piece take(Path file, Ahead<Path, Hearing.Piece> pieces)
            throws IOException, InterruptedException {
        try (ProgressLine progress = progress(file, 0)) {
            return pieces.take(progress);
        }
    }

    /** With the exact plan, from the library when it was made before. */
    private Hearing.Piece piece(Library library, Path file, Preset wanted, Progress progress)
            throws IOException, InterruptedException {
        requireUsable(file);
        if (original) {
            return new Hearing.Piece(file, Optional.empty());
        }
        int sampleRate = sampleRate(file, progress);
        progress.phase("analysing");
        TrackAnalysis analysis = library.analysis(file, progress);
        progress.phase("planning");
        MasteringPlan plan = library.plan(file, analysis, wanted.settings(), sampleRate, progress);
        Mastering.Rendering rendering = Mastering.Rendering.of(plan, library.effects());
        return new Hearing.Piece(file, Optional.of(Mastering.exact(rendering)));
    }

    private static int sampleRate(Path file, Progress progress) throws IOException {
        try (MediaSource source = Media.open(file)) {
            MediaFormat media = source.media();
            Exporter.requireStereo(file, media);
            progress.total(2 * source.frames().orElse(0));
            return media.stream().sampleRate();
        }
    }

    private void tell(String sentence) {
        if (!root().quiet) {
            System.err.println(sentence);
        }
    }

    private void report(PlayedFile heard) {
        if (!json()) {
            say(
                    String.format(
                            Locale.ROOT,
                            "%s: %s of it, %s, %d bits on %s%n",
                            heard.file(),
                            ProgressLine.clock(heard.seconds()),
                            heard.side(),
                            heard.bitDepth().orElse(0),
                            heard.device().orElse("")));
        }
    }

    private String side() {
        return (original ? Side.ORIGINAL : Side.MASTERED).name().toLowerCase(Locale.ROOT);
    }
}
