package auralis.app.command;

import auralis.app.platform.SoundOutput;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.json.Json;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.preset.Presets;
import auralis.library.separate.RuntimeTask;
import auralis.library.transcribe.whisper.WhisperRuntime;
import auralis.library.worker.ChildProcess;
import auralis.library.worker.Decoding;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "self-test",
        description = "Masters three seconds of sound in a temporary folder and tells what works.")
final class SelfTestCommand implements Callable<Integer> {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int SECONDS = 3;

    @ParentCommand private RootCommand root;
    @Spec private CommandSpec spec;

    private final List<Check> checks = new ArrayList<>();

    /** What was tried and what came of it. */
    private record Check(String name, boolean essential, boolean works, String detail) {}

    private record Answer(List<Check> checks) {}

    /** One thing to try; answers what was seen. */
    private interface Attempt {
        String run() throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("auralis-self-test");
        try {
            Path wav = folder.resolve("tone.wav");
            check("write a WAV", () -> tone(wav));
            for (OutputFormat.Container kind :
                    List.of(
                            OutputFormat.Container.WAV,
                            OutputFormat.Container.FLAC,
                            OutputFormat.Container.MP3)) {
                check("library, chain and " + kind, () -> master(folder, wav, kind));
            }
            check("worker process", () -> decode(wav));
            check("neural models", SelfTestCommand::runtime);
        } finally {
            delete(folder);
        }
        boolean essential = checks.stream().allMatch(Check::works);
        check("Whisper", false, SelfTestCommand::whisper);
        check("sound output", false, this::output);
        report();
        return essential ? RootCommand.DONE : RootCommand.SOME_FAILED;
    }

    private void check(String name, Attempt attempt) throws InterruptedException {
        check(name, true, attempt);
    }

    private void check(String name, boolean essential, Attempt attempt)
            throws InterruptedException {
        try {
            checks.add(new Check(name, essential, true, attempt.run()));
        } catch (IOException | RuntimeException | LinkageError e) {
            checks.add(new Check(name, essential, false, RootCommand.sentence(e)));
        }
    }

    private static String tone(Path file) throws IOException {
        int frames = FORMAT.sampleRate() * SECONDS;
        AudioBlock block = new AudioBlock(2, frames);
        for (int i = 0; i < frames; i++) {
            float sample = (float) (0.05 * Math.sin(2 * Math.PI * 440 * i / FORMAT.sampleRate()));
            block.plane(0)[i] = sample;
            block.plane(1)[i] = sample;
        }
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return SECONDS + " s of 440 Hz";
    }

    private static String master(Path folder, Path wav, OutputFormat.Container kind)
            throws IOException, InterruptedException {
        Preset preset = Presets.factory().get(0);
        OutputFormat format = new OutputFormat(kind, OptionalInt.of(24), OptionalInt.empty());
        ExportRequest request =
                new ExportRequest(
                        wav,
                        folder.resolve("out"),
                        preset,
                        format,
                        NameTemplate.SOURCE_NAME,
                        OverwritePolicy.NUMBER);
        try (Library library = new Library(Database.open(folder.resolve("auralis.db")), folder)) {
            ExportResult result = new Exporter(library, List.of()).export(request, Progress.NONE);
            double lufs = result.after().orElseThrow().integratedLufs().orElse(Double.NaN);
            if (!(Math.abs(lufs - preset.settings().loudness().targetLufs()) < 0.5)) {
                throw new IOException(String.format(Locale.ROOT, "the result has %.1f LUFS", lufs));
            }
            return String.format(Locale.ROOT, "%.1f LUFS", lufs);
        }
    }

    /** Native code has a process of its own, which must be able to start. */
    private static String decode(Path wav) throws IOException, InterruptedException {
        List<String> command = WorkerCommand.start();
        try (ChildProcess child = new ChildProcess(command)) {
            String request = Json.write(new Decoding.Request(wav));
            String answer = child.request(Decoding.NAME, request, Progress.NONE);
            long frames = Json.read(answer, Decoding.Answer.class).frames();
            return "decoded " + FORMAT.seconds(frames) + " s";
        }
    }

    private static String runtime() throws IOException, InterruptedException {
        try (ChildProcess child = new ChildProcess(WorkerCommand.start())) {
            return child.request(RuntimeTask.NAME, "", Progress.NONE);
        }
    }

    private static String whisper() throws IOException, InterruptedException {
        try (ChildProcess child = new ChildProcess(WorkerCommand.start())) {
            return child.request(WhisperRuntime.NAME, "", Progress.NONE);
        }
    }

    private String output() throws IOException {
        try (SoundOutput output = root.outputs().open(FORMAT)) {
            if (!output.audible()) {
                throw new IOException(output.problem());
            }
            return output.name();
        }
    }

    private void report() {
        if (root.json) {
            spec.commandLine().getOut().println(Json.writePretty(new Answer(checks)));
            return;
        }
        for (Check check : checks) {
            String mark = check.works() ? "works  " : check.essential() ? "FAILS  " : "absent ";
            spec.commandLine().getOut().println(mark + check.name() + ": " + check.detail());
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException problem)
                            throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
