package auralis.library.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Compares what {@link Media} decodes with what reference decoders make of the same file, as a check
 * outside the build. Needs Debian's ffmpeg, flac, lame, vorbis-tools, opus-tools, wavpack and sox,
 * with which it makes the files itself:
 *
 * <pre>
 * mvn -q -B -pl library -am test-compile dependency:build-classpath \
 *     -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
 * java -cp library/target/test-classes:library/target/classes:dsp-core/target/classes:\
 * $(cat library/target/classpath) auralis.library.media.DecoderTable
 * </pre>
 *
 * <p>The column "source" is the length of the sound before encoding. References: the file format's
 * own tool where there is one that is independent of FFmpeg (flac, oggdec of libvorbis, opusdec of
 * libopus, wvunpack, sox for PCM, mpg123 or lame for MP3), else Debian's ffmpeg, which for AAC is an
 * older version of the same decoder and therefore a check of our use of it rather than of it.
 */
public final class DecoderTable {
    private static final int SECONDS = 20;

    private final Path folder;

    private DecoderTable(Path folder) {
        this.folder = folder;
    }

    /** A file to make and to decode: shell commands, with $S16, $S24, $S48 as sources. */
    private record Case(String name, String make, String reference, String source) {}

    private static final String FFMPEG = "ffmpeg -v error -i $F -map 0:a:0 -f f32le -c:a pcm_f32le -";
    private static final String SOX = "sox $F -t raw -e float -b 32 -L -";
    private static final String VIDEO =
            "ffmpeg -v error -y -f lavfi -i testsrc=size=64x48:rate=5:duration=" + SECONDS + " -i ";

    private static final List<Case> CASES =
            List.of(
                    new Case("8.wav", "sox -D $S16 -b 8 $F", SOX, "S16"),
                    new Case("16.wav", "cp $S16 $F", SOX, "S16"),
                    new Case("24.wav", "cp $S24 $F", SOX, "S24"),
                    new Case("32.wav", "sox $S24 -b 32 $F", SOX, "S24"),
                    new Case("float.wav", "sox $S24 -e float -b 32 $F", SOX, "S24"),
                    new Case("24.aiff", "sox $S24 $F", SOX, "S24"),
                    new Case("16.flac", "flac -s $S16 -o $F", flac(16), "S16"),
                    new Case("24.flac", "flac -s $S24 -o $F", flac(24), "S24"),
                    new Case("cbr.mp3", "lame --quiet -b 192 $S16 $F", FFMPEG, "S16"),
                    new Case("vbr.mp3", "lame --quiet -V2 $S16 $F", FFMPEG, "S16"),
                    new Case(
                            "aac.m4a",
                            "ffmpeg -v error -y -i $S16 -c:a aac -b:a 192k $F",
                            FFMPEG,
                            "S16"),
                    new Case(
                            "vorbis.ogg",
                            "oggenc -Q -q 5 $S16 -o $F",
                            "oggdec -Q -R -b 16 -o - $F | sox -t raw -r 44100 -c 2 -e signed -b 16"
                                    + " -L - -t raw -e float -b 32 -L -",
                            "S16"),
                    new Case("vorbis2.ogg", "oggenc -Q -q 5 $S16 -o $F", FFMPEG, "S16"),
                    new Case(
                            "opus.opus",
                            "opusenc --quiet --bitrate 128 $S48 $F",
                            "opusdec --quiet --float $F $F.wav && sox $F.wav -t raw -e float -b 32"
                                    + " -L -",
                            "S48"),
                    new Case("opus2.opus", "opusenc --quiet --bitrate 128 $S48 $F", FFMPEG, "S48"),
                    new Case(
                            "alac.m4a", "ffmpeg -v error -y -i $S24 -c:a alac $F", FFMPEG, "S24"),
                    new Case(
                            "wavpack.wv",
                            "wavpack -q -y $S24 -o $F",
                            "wvunpack -q --raw -o - $F | sox -t raw -r 44100 -c 2 -e signed -b 24"
                                    + " -L - -t raw -e float -b 32 -L -",
                            "S24"),
                    new Case("aac.mp4", VIDEO + "$S16 -c:v mpeg4 -c:a aac -shortest $F", FFMPEG, "S16"),
                    new Case("aac.mkv", VIDEO + "$S16 -c:v mpeg4 -c:a aac -shortest $F", FFMPEG, "S16"),
                    new Case(
                            "opus.webm",
                            VIDEO + "$S48 -c:v libvpx -b:v 50k -c:a libopus $F",
                            FFMPEG,
                            "S48"),
                    new Case("wma.wma", "ffmpeg -v error -y -i $S16 -c:a wmav2 $F", FFMPEG, "S16"));

    private static String flac(int bits) {
        return "flac -s -d -c --force-raw-format --endian=little --sign=signed $F | sox -t raw -r"
                + " 44100 -c 2 -e signed -b "
                + bits
                + " -L - -t raw -e float -b 32 -L -";
    }

    public static void main(String[] arguments) throws Exception {
        DecoderTable table = new DecoderTable(Files.createTempDirectory("decoders"));
        table.sources();
        System.out.println(
                "file           codec     source     ours  reference   max diff   rms dBFS");
        for (Case one : CASES) {
            table.compare(one);
        }
    }

    private void sources() throws IOException, InterruptedException {
        String notes = "synth " + SECONDS + " pluck A3 pluck C4 ";
        shell("sox -R -n -r 44100 -c 2 -b 24 all.wav " + notes + "tremolo 1.7 70 reverb 30 gain -n -3");
        shell("sox all.wav s24.wav trim 0 " + (SECONDS * 44_100 - 271) + "s");
        shell("sox -R s24.wav -b 16 s16.wav dither -S");
        shell("sox -R s16.wav -r 48000 s48.wav");
    }

    private void compare(Case one) throws IOException, InterruptedException {
        Path file = folder.resolve(one.name());
        shell(one.make().replace("$F", file.toString()));
        FloatBuffer reference = floats(shell(one.reference().replace("$F", file.toString())));
        long source;
        try (MediaSource wav = Media.open(folder.resolve(one.source().toLowerCase(Locale.ROOT) + ".wav"))) {
            source = wav.frames().orElseThrow();
        }
        try (MediaSource media = Media.open(file)) {
            float[][] ours = Sound.read(media, 8192);
            print(one.name(), media.media().codec(), source, ours, reference);
        }
    }

    private static void print(
            String name, String codec, long source, float[][] ours, FloatBuffer reference) {
        int channels = ours.length;
        int frames = reference.remaining() / channels;
        double most = 0;
        double sum = 0;
        int common = Math.min(frames, ours[0].length);
        for (int i = 0; i < common; i++) {
            for (int c = 0; c < channels; c++) {
                double difference = Math.abs(reference.get(i * channels + c) - ours[c][i]);
                most = Math.max(most, difference);
                sum += difference * difference;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-14s %-8s %8d %8d   %8d  %9.2e  %9.1f%n",
                name,
                codec,
                source,
                ours[0].length,
                frames,
                most,
                10 * Math.log10(sum / Math.max(1, common * channels)));
    }

    private static FloatBuffer floats(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    private byte[] shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        for (String source : List.of("S16", "S24", "S48")) {
            String file = source.toLowerCase(Locale.ROOT) + ".wav";
            builder.environment().put(source, folder.resolve(file).toString());
        }
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream input = process.getOutputStream()) {
            input.flush();
        }
        byte[] output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            System.out.println("failed: " + command);
        }
        return output;
    }
}
