package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.wav.WavSink;
import auralis.dsp.wav.WavSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes songs for others to play, and tells how well they are taken apart again. {@code
 * docs/bench/stems evaluate} runs it.
 *
 * <p>Of the power of a mix, vocals are 30.5 %, drums 24.5, bass 14.7 and the other instruments
 * 30.3: so a quarter of the mix is as near to each stem as it is in the table of published results
 * that this is compared with. The width of the accompaniment is whole, a third, or nothing; all
 * stems keep their power, but in mono.
 */
public final class EvaluateSeparation {
    private static final int RATE = 44_100;
    private static final int FRAMES = 30 * RATE;
    private static final int EXTRACT_FROM = 4 * RATE;
    private static final int EXTRACT_FRAMES = 16 * RATE;
    private static final float NARROW = 0.35f;
    private static final double MIX_RMS = 0.16;
    static final String[] WIDTHS = {"wide", "narrow", "mono"};

    private EvaluateSeparation() {}

    /** {@code write FOLDER SEED}, {@code score FOLDER…} or {@code vocals FOLDER…}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("write")) {
            EvaluationSong.write(Path.of(arguments[1]), Long.parseLong(arguments[2]));
            return;
        }
        List<Path> songs = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            songs.add(Path.of(arguments[i]));
        }
        if (arguments[0].equals("vocals")) {
            for (int i = 0; i < songs.size(); i++) {
                vocals(songs.get(i), WIDTHS[i % WIDTHS.length]);
            }
            return;
        }
        System.out.println("median SDR in dB   vocals  drums   bass  other   mean");
        for (String width : WIDTHS) {
            score(width, songs);
        }
    }

    /** By kind of measure, stem and song. */
    private static void score(String width, List<Path> songs) throws Exception {
        String[] kinds = {"mix/4", "SDR", "oracle", "SI-SDR", "framewise"};
        double[][][] all =
                new double[kinds.length][new ClassicSeparator().stems().size()][songs.size()];
        for (int song = 0; song < songs.size(); song++) {
            List<AudioBlock> stems = extracts(songs.get(song), width);
            AudioBlock mix = SynthSong.mix(stems);
            List<AudioBlock> estimates = separate(mix);
            List<AudioBlock> oracle = OracleMask.of(RATE, stems);
            for (int s = 0; s < stems.size(); s++) {
                AudioBlock stem = stems.get(s);
                AudioBlock estimate = estimates.get(s);
                all[0][s][song] = SeparationScore.sdrDb(stem, scaled(mix, 0.25f));
                all[1][s][song] = SeparationScore.sdrDb(stem, estimate);
                all[2][s][song] = SeparationScore.sdrDb(stem, oracle.get(s));
                all[3][s][song] = SeparationScore.siSdrDb(stem, estimate);
                all[4][s][song] = SeparationScore.framewiseSdrDb(stem, estimate, RATE);
            }
        }
        for (int kind = 0; kind < kinds.length; kind++) {
            tell(width + " " + kinds[kind], all[kind]);
        }
    }

    private static void tell(String label, double[][] ofStems) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-17s", label));
        double sum = 0;
        for (double[] ofSongs : ofStems) {
            double median = median(ofSongs);
            sum += median;
            line.append(String.format(Locale.ROOT, " %6.2f", median));
        }
        System.out.println(line + String.format(Locale.ROOT, " %6.2f", sum / ofStems.length));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static List<AudioBlock> separate(AudioBlock mix)
            throws IOException, InterruptedException {
        float[][] planes = new float[mix.channels()][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = mix.plane(c);
        }
        StreamFormat format =
                planes.length == 1 ? StreamFormat.mono(RATE) : StreamFormat.stereo(RATE);
        List<AudioBlock> out = new ArrayList<>();
        new ClassicSeparator()
                .separate(new MemorySource(format, planes), out::addAll, Progress.NONE);
        return out;
    }

    private static List<AudioBlock> stems(Path folder, String width) throws IOException {
        List<AudioBlock> stems =
                List.of(
                        levelled(sung(folder), 0.305),
                        levelled(read(folder.resolve("drums.wav")), 0.245),
                        levelled(read(folder.resolve("bass.wav")), 0.147),
                        levelled(read(folder.resolve("other.wav")), 0.303));
        List<AudioBlock> ofWidth = new ArrayList<>();
        for (AudioBlock stem : stems) {
            boolean sings = ofWidth.isEmpty() && !width.equals("mono");
            ofWidth.add(sings ? stem : atWidth(stem, width));
        }
        return ofWidth;
    }

    /** What is judged of a song. */
    static List<AudioBlock> extracts(Path folder, String width) throws IOException {
        return stems(folder, width).stream().map(EvaluateSeparation::extract).toList();
    }

    static AudioBlock atWidth(AudioBlock stem, String width) {
        return switch (width) {
            case "mono" -> mono(stem);
            case "narrow" -> narrow(stem);
            default -> stem;
        };
    }

    /** Writes what is sung as it went in and came out: {@code sung mix separated.wav}. */
    private static void vocals(Path folder, String width) throws Exception {
        List<AudioBlock> stems = stems(folder, width);
        AudioBlock mix = SynthSong.mix(stems);
        write(folder.resolve("sung.wav"), stems.get(0));
        write(folder.resolve("mix.wav"), mix);
        write(folder.resolve("separated.wav"), separate(mix).get(0));
    }

    private static void write(Path file, AudioBlock sound) throws IOException {
        StreamFormat format =
                sound.channels() == 1 ? StreamFormat.mono(RATE) : StreamFormat.stereo(RATE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (WavSink sink = new WavSink(channel, format, 32)) {
            sink.write(sound);
            sink.commit();
        }
    }

    private static AudioBlock extract(AudioBlock stem) {
        AudioBlock extract = new AudioBlock(stem.channels(), EXTRACT_FRAMES);
        extract.copyFrom(stem.window(EXTRACT_FROM, EXTRACT_FROM + EXTRACT_FRAMES));
        return extract;
    }

    private static AudioBlock sung(Path folder) throws IOException {
        List<String> notes = Files.readAllLines(folder.resolve("melody.txt"));
        double[] seconds = new double[notes.size()];
        double[] hertz = new double[notes.size()];
        for (int i = 0; i < seconds.length; i++) {
            String[] note = notes.get(i).split(" ");
            seconds[i] = Double.parseDouble(note[0]);
            hertz[i] = Double.parseDouble(note[1]);
        }
        float[] speech = read(folder.resolve("speech.wav")).plane(0);
        return new Singer(RATE, seconds, hertz).sing(speech);
    }

    private static AudioBlock narrow(AudioBlock stereo) {
        AudioBlock narrow = new AudioBlock(2, stereo.frames());
        for (int i = 0; i < stereo.frames(); i++) {
            float middle = (stereo.plane(0)[i] + stereo.plane(1)[i]) / 2;
            float difference = NARROW * (stereo.plane(0)[i] - stereo.plane(1)[i]) / 2;
            narrow.plane(0)[i] = middle + difference;
            narrow.plane(1)[i] = middle - difference;
        }
        return narrow;
    }

    /** At 44.1 kHz, of the length of a song. */
    private static AudioBlock read(Path file) throws IOException {
        try (AudioSource source = ResampledSource.of(new WavSource(FileChannel.open(file)), RATE)) {
            AudioBlock block = new AudioBlock(source.format().channels(), FRAMES);
            int at = 0;
            for (int read = 0; read >= 0 && at < FRAMES; at += Math.max(0, read)) {
                read = source.read(block.window(at, FRAMES));
            }
            return block.all();
        }
    }

    /**
     * @param share of the power of the mix
     */
    private static AudioBlock levelled(AudioBlock stem, double share) {
        double square = 0;
        for (int c = 0; c < stem.channels(); c++) {
            for (float sample : stem.plane(c)) {
                square += sample * sample;
            }
        }
        double power = square / stem.channels() / stem.frames();
        return scaled(stem, (float) (MIX_RMS * Math.sqrt(share / power)));
    }

    private static AudioBlock scaled(AudioBlock sound, float gain) {
        AudioBlock scaled = new AudioBlock(sound.channels(), sound.frames());
        for (int c = 0; c < sound.channels(); c++) {
            for (int i = 0; i < sound.frames(); i++) {
                scaled.plane(c)[i] = gain * sound.plane(c)[i];
            }
        }
        return scaled;
    }

    private static AudioBlock mono(AudioBlock stereo) {
        AudioBlock mono = new AudioBlock(1, stereo.frames());
        for (int i = 0; i < mono.frames(); i++) {
            mono.plane(0)[i] = (stereo.plane(0)[i] + stereo.plane(1)[i]) / 2;
        }
        return mono;
    }
}
