package auralis.library.score;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.Preset;
import auralis.dsp.spectrum.Bands;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.media.Media;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How the factory presets differ on one piece of a few minutes: what each does to bands, punch and
 * width against the first, at the same loudness, and how much of the programme remains when one is
 * taken from another (to be at least −35 dB).
 *
 * <p>{@code docs/bench/scoreboard --presets FILE}
 */
public final class PresetBoard {
    private static final int BLOCK = 8192;

    private PresetBoard() {}

    private record Version(String name, MasteringPlan plan, Sound sound, List<float[][]> blocks) {}

    public static void main(String[] arguments) throws Exception {
        Path piece = Path.of(arguments[0]);
        List<Version> versions = versions(piece);
        System.out.println(piece.getFileName() + ": against " + versions.get(0).name);
        System.out.println(differences(versions));
        System.out.println("remainder of one preset and another, dB of the programme");
        System.out.println(remainders(versions));
    }

    private static List<Version> versions(Path piece) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("presets");
        List<Version> versions = new ArrayList<>();
        try (Library library = new Library(Database.open(data.resolve("library.db")), data)) {
            for (Preset preset : Presets.factory()) {
                var analysis = library.analysis(piece, Progress.NONE);
                int rate = analysis.format().sampleRate();
                MasteringPlan plan =
                        library.plan(piece, analysis, preset.settings(), rate, Progress.NONE);
                versions.add(
                        new Version(
                                preset.name(),
                                plan,
                                Sound.of(open(piece, plan)),
                                blocks(piece, plan)));
            }
        } finally {
            Trial.delete(data);
        }
        return versions;
    }

    private static AudioSource open(Path piece, MasteringPlan plan) throws IOException {
        return new ProcessedSource(Media.open(piece), new MasteringChain(plan));
    }

    private static List<float[][]> blocks(Path piece, MasteringPlan plan) throws IOException {
        List<float[][]> blocks = new ArrayList<>();
        try (AudioSource source = open(piece, plan)) {
            int channels = source.format().channels();
            AudioBlock block = new AudioBlock(channels, BLOCK);
            for (int n = source.read(block); n >= 0; n = source.read(block.all())) {
                block.window(n, BLOCK).clear();
                float[][] planes = new float[channels][];
                for (int c = 0; c < channels; c++) {
                    planes[c] = block.plane(c).clone();
                }
                blocks.add(planes);
            }
        }
        return blocks;
    }

    private static Table differences(List<Version> versions) {
        Table table =
                new Table(
                        "",
                        "LUFS",
                        "bass <200 Hz",
                        "2-6 kHz",
                        ">8 kHz",
                        "punch",
                        "width",
                        "LRA",
                        "median GR");
        Sound first = versions.get(0).sound;
        for (Version version : versions) {
            Sound sound = version.sound;
            table.row(
                    version.name,
                    sound.lufs(),
                    rise(first, sound, 0, 200),
                    rise(first, sound, 2000, 6000),
                    rise(first, sound, 8000, 20_000),
                    Sound.difference(sound.punchDb(), first.punchDb()),
                    Sound.difference(sound.width(), first.width()),
                    Sound.difference(sound.rangeLu(), first.rangeLu()),
                    version.plan.medianReductionDb());
        }
        return table;
    }

    /** Mean rise of the third octaves whose centres lie in a range, at the same loudness. */
    private static double rise(Sound from, Sound to, double lowHz, double highHz) {
        DoubleStream.Builder rises = DoubleStream.builder();
        double level = Sound.difference(to.lufs(), from.lufs()).orElseThrow();
        for (int band = 0; band < Bands.THIRD_OCTAVE.count(); band++) {
            double hz = Bands.THIRD_OCTAVE.centreHz(band);
            if (hz >= lowHz && hz < highHz) {
                rises.add(to.tone().levelsDb()[band] - from.tone().levelsDb()[band] - level);
            }
        }
        return rises.build().average().orElseThrow();
    }

    private static Table remainders(List<Version> versions) {
        List<String> heads = new ArrayList<>(List.of(""));
        versions.forEach(version -> heads.add(version.name));
        Table table = new Table(heads.toArray(String[]::new));
        for (Version a : versions) {
            List<Object> cells = new ArrayList<>(List.of(a.name));
            for (Version b : versions) {
                cells.add(a == b ? "-" : String.format(Locale.ROOT, "%.1f", remainderDb(a, b)));
            }
            table.row(cells.toArray());
        }
        return table;
    }

    private static double remainderDb(Version a, Version b) {
        double gain =
                Decibels.toGain(Sound.difference(a.sound.lufs(), b.sound.lufs()).orElseThrow());
        double rest = 0;
        double all = 0;
        for (int n = 0; n < a.blocks.size(); n++) {
            for (int c = 0; c < a.blocks.get(n).length; c++) {
                float[] x = a.blocks.get(n)[c];
                float[] y = b.blocks.get(n)[c];
                for (int i = 0; i < x.length; i++) {
                    double difference = x[i] - gain * y[i];
                    rest += difference * difference;
                    all += (double) x[i] * x[i];
                }
            }
        }
        return Decibels.ofPower(rest / all);
    }
}
