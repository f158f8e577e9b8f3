package auralis.library.transcribe.align;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.speech.Span;
import auralis.dsp.wav.WavSource;
import auralis.library.transcribe.engine.SpeechFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A recording of which all is known.
 *
 * @param sound at 16 kHz
 * @param truth where somebody speaks, in order
 * @param lines that are said
 * @param starts when each of the lines begins, in seconds; NaN for one that is not said
 */
record Spoken(float[] sound, List<Span> truth, List<String> lines, List<Double> starts) {
    private static final int RATE = SpeechFile.SAMPLE_RATE;
    private static final int FRAME = RATE / 50;
    private static final double QUIET_DB = 40;
    private static final int GAP_FRAMES = 15;

    /** Lines said by espeak-ng, {@code voice} being its name, its speed and its pitch. */
    static Spoken of(Path folder, List<String> all, String[] voice, Random random, int count)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        List<float[]> parts = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            String line = all.get(random.nextInt(all.size()));
            float[] pause = new float[(int) (RATE * (0.5 + 4.5 * random.nextDouble()))];
            float[] said = trimmed(say(folder, line, voice));
            parts.add(pause);
            parts.add(said);
            lines.add(line);
            starts.add((double) (at + pause.length) / RATE);
            at += pause.length + said.length;
        }
        parts.add(new float[2 * RATE]);
        return of(joined(parts), lines, starts);
    }

    private static Spoken of(float[] clean, List<String> lines, List<Double> starts) {
        return new Spoken(clean, voiced(clean), lines, starts);
    }

    static float[] say(Path folder, String line, String[] voice)
            throws IOException, InterruptedException {
        Path wav = folder.resolve("line.wav");
        Process process =
                new ProcessBuilder(
                                "espeak-ng",
                                "-v",
                                voice[0],
                                "-s",
                                voice[1],
                                "-p",
                                voice[2],
                                "-w",
                                wav.toString(),
                                line)
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("espeak-ng does not know " + voice[0]);
        }
        return read(wav);
    }

    /** A song, of which the lines are taken from the speech that was made into singing. */
    static Spoken song(Path folder, String kind) throws IOException {
        float[] sound = read(folder.resolve(kind + ".wav"));
        float[] speech = Arrays.copyOf(read(folder.resolve("speech.wav")), sound.length);
        List<String> lines =
                Files.readAllLines(folder.resolve("words.txt")).stream()
                        .map(line -> line.replaceAll("<.*>", "").strip())
                        .toList();
        List<Span> truth = voiced(speech);
        // The last may be cut off by the end of the song.
        int whole = Math.min(lines.size(), truth.size() - 1);
        return new Spoken(
                sound,
                truth,
                lines.subList(0, Math.min(lines.size(), truth.size())),
                truth.subList(0, whole).stream().map(Span::start).toList());
    }

    /** One channel at 16 kHz. */
    static float[] read(Path wav) throws IOException {
        try (AudioSource source = ResampledSource.of(new WavSource(FileChannel.open(wav)), RATE)) {
            int channels = source.format().channels();
            AudioBlock block = new AudioBlock(channels, 16_384);
            List<float[]> parts = new ArrayList<>();
            for (int read = source.read(block); read >= 0; read = source.read(block.all())) {
                float[] part = new float[read];
                for (int i = 0; i < read; i++) {
                    for (int c = 0; c < channels; c++) {
                        part[i] += block.plane(c)[i] / channels;
                    }
                }
                parts.add(part);
            }
            return joined(parts);
        }
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static double[] levels(float[] sound) {
        double[] levels = new double[sound.length / FRAME];
        for (int i = 0; i < levels.length; i++) {
            double square = 1e-12;
            for (int n = i * FRAME; n < (i + 1) * FRAME; n++) {
                square += sound[n] * sound[n];
            }
            levels[i] = Decibels.ofPower(square / FRAME);
        }
        return levels;
    }

    /** What is less than 40 dB under the loudest frames, with gaps of less than 0.3 s. */
    private static List<Span> voiced(float[] clean) {
        double[] levels = levels(clean);
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        double least = sorted[(int) (0.98 * sorted.length)] - QUIET_DB;
        List<Span> spans = new ArrayList<>();
        int from = -1;
        int end = -1;
        for (int i = 0; i <= levels.length; i++) {
            if (i < levels.length && levels[i] > least) {
                from = from < 0 ? i : from;
                end = i + 1;
            } else if (from >= 0 && (i == levels.length || i - end >= GAP_FRAMES)) {
                spans.add(new Span(from / 50.0, end / 50.0));
                from = -1;
            }
        }
        return spans;
    }

    static float[] trimmed(float[] sound) {
        List<Span> voiced = voiced(sound);
        int from = (int) (voiced.get(0).start() * RATE);
        int to = (int) (voiced.get(voiced.size() - 1).end() * RATE);
        return Arrays.copyOfRange(sound, from, to);
    }

    String text() {
        return String.join("\n", lines);
    }

    /** The same with something under it, so many decibels weaker than the voice. */
    Spoken with(float[] other, double ratioDb) {
        double voice = 0;
        double voicedSamples = 0;
        for (Span span : truth) {
            for (int i = (int) (span.start() * RATE); i < (int) (span.end() * RATE); i++) {
                voice += sound[i] * sound[i];
                voicedSamples++;
            }
        }
        double noise = 0;
        for (float sample : other) {
            noise += sample * sample;
        }
        double ratio = Math.sqrt(voice / voicedSamples / (noise / other.length));
        float[] mixed = sound.clone();
        for (int i = 0; i < mixed.length; i++) {
            double added = ratio * Decibels.toGain(-ratioDb) * other[i % other.length];
            mixed[i] = (float) Math.max(-1, Math.min(1, 0.7 * (mixed[i] + added)));
        }
        return new Spoken(mixed, truth, lines, starts);
    }

    static float[] white(Spoken spoken, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[spoken.sound.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** With 6 dB less per octave, from 100 Hz on. */
    static float[] brown(Spoken spoken, long seed) {
        float[] noise = white(spoken, seed);
        float last = 0;
        for (int i = 0; i < noise.length; i++) {
            last = 0.96f * last + noise[i];
            noise[i] = last;
        }
        return noise;
    }

    /** The same with pauses of this length. */
    Spoken closer(double seconds) {
        List<float[]> parts = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < starts.size(); i++) {
            double next = i + 1 < starts.size() ? starts.get(i + 1) : sound.length / (double) RATE;
            double start = starts.get(i);
            double end =
                    truth.stream()
                            .filter(span -> span.start() < next - 0.1)
                            .reduce((one, other) -> other)
                            .orElseThrow()
                            .end();
            parts.add(new float[(int) (seconds * RATE)]);
            parts.add(Arrays.copyOfRange(sound, (int) (start * RATE), (int) (end * RATE)));
            later.add(at + seconds);
            at += seconds + end - start;
        }
        return of(joined(parts), lines, later);
    }

    /** The same with as many lines in the text again that nobody says, in the middle of it. */
    Spoken withMoreText() {
        List<String> more = new ArrayList<>(lines);
        List<Double> some = new ArrayList<>(starts);
        for (int i = 0; i < lines.size(); i++) {
            more.add(lines.size() / 2, SpokenLines.OTHERS.get(i % SpokenLines.OTHERS.size()));
            some.add(lines.size() / 2, Double.NaN);
        }
        return new Spoken(sound, truth, more, some);
    }

    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : sound) {
            bytes.putShort((short) Math.round(32_767 * Math.max(-1, Math.min(1, sample))));
        }
        Files.write(file, bytes.array());
    }
}
