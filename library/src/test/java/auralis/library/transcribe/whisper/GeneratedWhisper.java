package auralis.library.transcribe.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a Whisper model that hears the same words in everything: a valid ggml file with a small
 * vocabulary of its own, whose layers do nothing. What the decoder says next depends on the
 * position alone: position p is a vector along axis p, and the token that is wanted there has a 1
 * on the same axis, so that its probability is 1.000. A recording that is longer than the script is
 * heard as the script again and again.
 *
 * <p>Layout after {@code models/convert-pt-to-ggml.py} of whisper.cpp. From the command line:
 * {@code GeneratedWhisper FILE} writes one with {@link #SCRIPT}.
 */
public final class GeneratedWhisper {
    /** What is said between two times, in s, in pieces of words as Whisper has them. */
    public record Line(double start, double end, List<String> pieces) {
        public static Line of(double start, double end, String... pieces) {
            return new Line(start, end, List.of(pieces));
        }
    }

    /** "Hello world," "café 🎵." "Again" in ten seconds, the last two in silence. */
    public static final List<Line> SCRIPT =
            List.of(
                    Line.of(0, 2, " Hel", "lo", " world", ","),
                    Line.of(2, 4.5, " ca", "fé", " 🎵", "."),
                    Line.of(4.5, 8, " Again"));

    private static final int MAGIC = 0x67676d6c;
    private static final int VOCABULARY = 51_865;
    private static final int END = 50_257;
    private static final int START_OF_LANGUAGES = 50_259;
    private static final int START_OF_TIMES = 50_364;
    private static final int PROMPT = 3;
    private static final double TICK = 0.02;

    private static final int AUDIO_CONTEXT = 1500;
    private static final int TEXT_CONTEXT = 448;
    private static final int MELS = 80;
    private static final int BINS = 201;
    private static final int FLOAT = 0;
    private static final int HALF = 1;
    private static final short ONE = 0x3c00;
    private static final float LOUD = 4;

    private final List<Line> script;
    private int language;
    private int states = 64;
    private int audioLayers = 1;
    private int textLayers = 1;
    private int tensors;
    private final List<byte[]> words = new ArrayList<>();

    public GeneratedWhisper(List<Line> script) {
        this.script = script;
    }

    public static void main(String[] arguments) throws IOException {
        new GeneratedWhisper(SCRIPT).write(Path.of(arguments[0]));
    }

    /**
     * @param number of the language that is detected; 0 is English, 2 is German
     */
    public GeneratedWhisper language(int number) {
        language = number;
        return this;
    }

    /** Makes it slow as real ones are: tiny has 384 and 4, base 512 and 6, small 768 and 12. */
    public GeneratedWhisper size(int wide, int layers) {
        states = wide;
        audioLayers = layers;
        return this;
    }

    public void write(Path file) throws IOException {
        words.clear();
        tensors = 0;
        for (int b = 0; b < 256; b++) {
            words.add(new byte[] {(byte) b});
        }
        List<Integer> wanted = wanted();
        if (PROMPT - 1 + wanted.size() > states) {
            throw new IllegalArgumentException(wanted.size() + " steps in " + states);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            writeHead(out);
            writeEncoder(out);
            writeDecoder(out, wanted);
        }
    }

    /** The tokens that the script stands for, in order. */
    private List<Integer> wanted() {
        List<Integer> wanted = new ArrayList<>();
        for (Line line : script) {
            wanted.add(time(line.start()));
            for (String piece : line.pieces()) {
                wanted.addAll(tokens(piece));
            }
            wanted.add(time(line.end()));
        }
        wanted.add(END);
        return wanted;
    }

    private static int time(double seconds) {
        return START_OF_TIMES + (int) Math.round(seconds / TICK);
    }

    /** What UTF-8 writes in four bytes is cut in its middle, as Whisper's vocabulary does. */
    private List<Integer> tokens(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        int cut = bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & 0xf8) == 0xf0) {
                cut = i + 2;
            }
        }
        List<Integer> tokens = new ArrayList<>();
        tokens.add(token(Arrays.copyOf(bytes, cut)));
        if (cut < bytes.length) {
            tokens.add(token(Arrays.copyOfRange(bytes, cut, bytes.length)));
        }
        return tokens;
    }

    private int token(byte[] bytes) {
        for (int i = 0; i < words.size(); i++) {
            if (Arrays.equals(words.get(i), bytes)) {
                return i;
            }
        }
        words.add(bytes);
        return words.size() - 1;
    }

    private void writeHead(FileChannel out) throws IOException {
        int heads = Math.max(1, states / 64);
        ByteBuffer head = buffer(1 << 20);
        head.putInt(MAGIC);
        int[] numbers = {
            VOCABULARY,
            AUDIO_CONTEXT,
            states,
            heads,
            audioLayers,
            TEXT_CONTEXT,
            states,
            heads,
            textLayers,
            MELS,
            HALF
        };
        for (int number : numbers) {
            head.putInt(number);
        }
        head.putInt(MELS).putInt(BINS);
        head.position(head.position() + MELS * BINS * Float.BYTES);
        head.putInt(words.size());
        for (byte[] word : words) {
            head.putInt(word.length).put(word);
        }
        write(out, head);
    }

    private void writeEncoder(FileChannel out) throws IOException {
        zeros(out, "encoder.positional_embedding", FLOAT, states, AUDIO_CONTEXT);
        zeros(out, "encoder.conv1.weight", HALF, 3, MELS, states);
        zeros(out, "encoder.conv1.bias", FLOAT, 1, states);
        zeros(out, "encoder.conv2.weight", HALF, 3, states, states);
        zeros(out, "encoder.conv2.bias", FLOAT, 1, states);
        norm(out, "encoder.ln_post");
        for (int i = 0; i < audioLayers; i++) {
            block(out, "encoder.blocks." + i + ".");
        }
    }

    private void writeDecoder(FileChannel out, List<Integer> wanted) throws IOException {
        tensor(out, "decoder.positional_embedding", FLOAT, states, TEXT_CONTEXT);
        ByteBuffer positions = buffer(states * TEXT_CONTEXT * Float.BYTES);
        for (int p = 0; p < Math.min(states, TEXT_CONTEXT); p++) {
            positions.putFloat((p * states + p) * Float.BYTES, LOUD);
        }
        positions.position(positions.capacity());
        write(out, positions);

        tensor(out, "decoder.token_embedding.weight", HALF, states, VOCABULARY);
        ByteBuffer tokens = buffer(states * VOCABULARY * Short.BYTES);
        want(tokens, START_OF_LANGUAGES + language, 0);
        for (int step = 0; step < wanted.size(); step++) {
            want(tokens, wanted.get(step), PROMPT - 1 + step);
        }
        tokens.position(tokens.capacity());
        write(out, tokens);

        tensor(out, "decoder.ln.weight", FLOAT, states);
        ByteBuffer gain = buffer(states * Float.BYTES);
        for (int i = 0; i < states; i++) {
            gain.putFloat(LOUD);
        }
        write(out, gain);
        zeros(out, "decoder.ln.bias", FLOAT, states);
        for (int i = 0; i < textLayers; i++) {
            String block = "decoder.blocks." + i + ".";
            block(out, block);
            norm(out, block + "cross_attn_ln");
            attention(out, block + "cross_attn");
        }
    }

    private void want(ByteBuffer tokens, int token, int position) {
        tokens.putShort((token * states + position) * Short.BYTES, ONE);
    }

    private void block(FileChannel out, String block) throws IOException {
        norm(out, block + "mlp_ln");
        zeros(out, block + "mlp.0.weight", HALF, states, 4 * states);
        zeros(out, block + "mlp.0.bias", FLOAT, 4 * states);
        zeros(out, block + "mlp.2.weight", HALF, 4 * states, states);
        zeros(out, block + "mlp.2.bias", FLOAT, states);
        norm(out, block + "attn_ln");
        attention(out, block + "attn");
    }

    private void attention(FileChannel out, String name) throws IOException {
        for (String part : List.of("query", "key", "value", "out")) {
            zeros(out, name + "." + part + ".weight", HALF, states, states);
            if (!part.equals("key")) {
                zeros(out, name + "." + part + ".bias", FLOAT, states);
            }
        }
    }

    private void norm(FileChannel out, String name) throws IOException {
        zeros(out, name + ".weight", FLOAT, states);
        zeros(out, name + ".bias", FLOAT, states);
    }

    /** How many tensors were written. */
    int tensors() {
        return tensors;
    }

    private void tensor(FileChannel out, String name, int type, int... sizes) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer head = buffer((3 + sizes.length) * Integer.BYTES + bytes.length);
        head.putInt(sizes.length).putInt(bytes.length).putInt(type);
        for (int size : sizes) {
            head.putInt(size);
        }
        write(out, head.put(bytes));
        tensors++;
    }

    /** Nothing is written where there is nothing, so that large models are quick to make. */
    private void zeros(FileChannel out, String name, int type, int... sizes) throws IOException {
        tensor(out, name, type, sizes);
        long bytes = type == FLOAT ? Float.BYTES : Short.BYTES;
        for (int size : sizes) {
            bytes *= size;
        }
        out.position(out.position() + bytes - 1);
        write(out, buffer(1).put((byte) 0));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        bytes.flip();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
