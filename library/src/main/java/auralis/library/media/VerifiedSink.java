package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes beside the target and reads everything again before it gives it the target's name, so that
 * a file under that name is complete and plays.
 */
final class VerifiedSink implements AudioSink {
    /** With less room than this left, a failed write is taken for a full disk. */
    private static final long FULL_BYTES = 1 << 20;

    private static final int VERIFY_FRAMES = 1 << 14;

    private final Path target;
    private final AtomicFile file;
    private final AudioSink sink;
    private final SampleHash written;
    private final boolean lossless;
    private final Finish finish;

    /** What is done to the complete file before it is read again. */
    @FunctionalInterface
    interface Finish {
        void apply(Path part) throws IOException;
    }

    /**
     * @param sink writes to the file's channel, and closes it with itself
     * @param lossless whether the samples read again must be those written
     */
    VerifiedSink(
            Path target,
            AtomicFile file,
            AudioSink sink,
            int channels,
            boolean lossless,
            Finish finish) {
        this.target = target;
        this.file = file;
        this.sink = sink;
        this.written = new SampleHash(channels);
        this.lossless = lossless;
        this.finish = finish;
    }

    @Override
    public void write(AudioBlock block) throws IOException {
        try {
            sink.write(block);
        } catch (IOException e) {
            throw explain(target, e);
        }
        written.add(block);
    }

    @Override
    public void commit() throws IOException {
        if (written.frames() == 0) {
            throw new MediaException(
                    target, "there is no sound to write", "Choose a source that has some.");
        }
        try {
            sink.commit();
            file.seal();
            finish.apply(file.part());
            verify();
            file.commit();
        } catch (IOException e) {
            throw explain(target, e);
        }
    }

    private void verify() throws IOException {
        SampleHash found = new SampleHash(written.channels());
        try (MediaSource source = Media.open(file.part())) {
            AudioBlock block = new AudioBlock(source.format().channels(), VERIFY_FRAMES);
            require(block.channels() == written.channels());
            for (int got = source.read(block); got >= 0; got = source.read(block.all())) {
                found.add(block.first(got));
            }
            require(source.damage().isEmpty());
        } catch (MediaException e) {
            throw e.file().equals(target) ? e : differs(e);
        }
        require(found.frames() == written.frames());
        require(!lossless || found.matches(written));
    }

    private void require(boolean same) throws MediaException {
        if (!same) {
            throw differs(null);
        }
    }

    private MediaException differs(Throwable cause) {
        return new MediaException(
                target,
                "what was read again is not what was written",
                "Check the drive and try again.",
                cause);
    }

    /** Says in one sentence why a file could not be written; cancelled work stays that. */
    static IOException explain(Path target, IOException fault) throws IOException {
        if (fault instanceof MediaException || fault instanceof ClosedChannelException) {
            return fault;
        }
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return new MediaException(
                    target, "its folder is not there", "Create " + folder + " first.", fault);
        }
        if (Files.getFileStore(folder).getUsableSpace() < FULL_BYTES) {
            return new MediaException(
                    target, "the disk is full", "Free some space and try again.", fault);
        }
        return new MediaException(
                target,
                "it cannot be written (" + fault.getMessage() + ")",
                "Check the drive and your right to write there.",
                fault);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            sink.close();
        }
    }
}
