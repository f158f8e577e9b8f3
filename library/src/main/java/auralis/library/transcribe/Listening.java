package auralis.library.transcribe;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.speech.VoiceActivity;
import auralis.library.media.MediaException;
import auralis.library.transcribe.engine.SpeechFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads a recording once, from its start to its end: its sound goes into a file as engines hear it,
 * and beside that it is found out where somebody speaks.
 */
final class Listening implements Closeable {
    private static final int BLOCK_FRAMES = 1 << 14;

    private final Path source;
    private final FileChannel file;
    private final ByteBuffer bytes =
            ByteBuffer.allocate(BLOCK_FRAMES * SpeechFile.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final VoiceActivity activity = new VoiceActivity(SpeechFile.SAMPLE_RATE);
    private long samples;

    private Listening(Path source, Path target) throws IOException {
        this.source = source;
        this.file =
                FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    /**
     * @param source that the sound is of, for people
     * @param sound at any rate, with any channels; closed afterwards
     * @param target in the place of what is there
     * @param progress counts samples of the target
     * @return where somebody speaks
     * @throws MediaException when there is no room, or the source cannot be read
     */
    static VoiceActivity listen(Path source, AudioSource sound, Path target, Progress progress)
            throws IOException, InterruptedException {
        try (AudioSource speech = resampled(source, sound);
                Listening listening = new Listening(source, target)) {
            progress.total(speech.frames().orElse(0));
            listening.run(speech, progress);
            return listening.activity;
        }
    }

    private static AudioSource resampled(Path source, AudioSource sound) throws IOException {
        try {
            return ResampledSource.of(new MonoSource(sound), SpeechFile.SAMPLE_RATE);
        } catch (IllegalArgumentException e) {
            sound.close();
            throw new MediaException(
                    source,
                    "its sample rate of " + sound.format().sampleRate() + " Hz is unusual",
                    "Convert it to 44100 Hz first.",
                    e);
        }
    }

    private void run(AudioSource speech, Progress progress)
            throws IOException, InterruptedException {
        AudioBlock block = new AudioBlock(1, BLOCK_FRAMES);
        for (int n = speech.read(block.all()); n >= 0; n = speech.read(block.all())) {
            progress.checkpoint();
            activity.add(block.plane(0), 0, n);
            write(block.plane(0), n);
            progress.advance(n);
        }
        if (samples == 0) {
            throw new MediaException(source, "there is no sound in it", "Choose another file.");
        }
        force();
    }

    private void write(float[] plane, int count) throws IOException {
        bytes.clear();
        for (int i = 0; i < count; i++) {
            bytes.putShort(
                    (short) Math.max(-32_768, Math.min(32_767, Math.round(plane[i] * 32_768f))));
        }
        bytes.flip();
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw Room.unwritten(source, e);
        }
        samples += count;
    }

    private void force() throws IOException {
        try {
            file.force(true);
        } catch (IOException e) {
            throw Room.unwritten(source, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
