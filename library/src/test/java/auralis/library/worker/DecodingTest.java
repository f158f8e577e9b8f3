package auralis.library.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.library.json.Json;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodingTest {
    private static final int FRAMES = 20_000;

    @TempDir Path folder;

    @Test
    void countsWhatADecoderGives() throws Exception {
        Path file = folder.resolve("ü.wav");
        try (AudioSink sink = Media.create(file, StreamFormat.mono(8000), new Encoding.Wav(16))) {
            sink.write(new AudioBlock(1, FRAMES));
            sink.commit();
        }
        Decoding.Answer answer = Json.read(decode(file), Decoding.Answer.class);
        assertThat(answer).isEqualTo(new Decoding.Answer(FRAMES, 8000, 0));
        assertThatThrownBy(() -> decode(folder.resolve("none.wav")))
                .hasMessageStartingWith("none.wav: it is not there");
    }

    private static String decode(Path file) throws IOException, InterruptedException {
        return new Decoding().run(Json.write(new Decoding.Request(file)), Progress.NONE);
    }
}
