package auralis.library.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final FrameWriter writer = new FrameWriter(bytes);

    @Test
    void everyLengthArrivesWhole() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int length : List.of(0, 1, FrameWriter.MOST, FrameWriter.MOST + 1, 100_000)) {
            texts.add("ä€".repeat(length).substring(0, length));
        }
        for (String text : texts) {
            writer.write(text);
        }
        assertThat(read()).isEqualTo(texts);
    }

    @Test
    void noiseBetweenPiecesIsPassedOver() throws IOException {
        bytes.write(noise(1_000));
        writer.write("one");
        bytes.write(noise(77));
        writer.write("two");
        bytes.write(noise(5));
        assertThat(read()).containsExactly("one", "two");
    }

    @Test
    void whatOnlyLooksLikeAPieceIsNone() throws IOException {
        bytes.write(ByteBuffer.allocate(16).putLong(FrameWriter.MARK).putInt(3).putInt(99).array());
        writer.write("one");
        bytes.write(ByteBuffer.allocate(8).putLong(FrameWriter.MARK).array());
        writer.write("two");
        assertThat(read()).containsExactly("one", "two");
    }

    @Test
    void anEndInTheMiddleIsTheEnd() throws IOException {
        writer.write("one");
        writer.write("two");
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1);
        bytes.reset();
        bytes.write(cut);
        assertThat(read()).containsExactly("one");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (byte) (FrameWriter.MARK >> 8 * (i % 7));
        }
        return noise;
    }

    private List<String> read() throws IOException {
        FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes.toByteArray()));
        List<String> texts = new ArrayList<>();
        for (Optional<String> text = reader.read(); text.isPresent(); text = reader.read()) {
            texts.add(text.get());
        }
        return texts;
    }
}
