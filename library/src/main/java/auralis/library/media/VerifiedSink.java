package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Writes beside the target and reads everything again before it gives it the target's name, so that
 * a file under that name is complete and plays.
 */
final class VerifiedSink implements MediaSink {
    private static final int VERIFY_FRAMES = 1 << 14;

    private final Path target;
    private final AtomicFile file;
    private final AudioSink sink;
    private final SampleHash written;
    private final StreamFormat format;
    private final Encoding encoding;
    private final long expectedBytes;
    private final Finish finish;
    private Reread reread;

    /** Whether all sound is written; tags take a second copy for a while. */
    private boolean sealed;

    /** What is done to the complete file before it is read again. */
    @FunctionalInterface
    interface Finish {
        void apply(Path part) throws IOException;
    }

    /**
     * @param sink writes to the file's channel, and closes it with itself
     * @param expectedBytes how long the file will be, about; 0 when that is not known
     */
    VerifiedSink(
            Path target,
            AtomicFile file,
            AudioSink sink,
            StreamFormat format,
            Encoding encoding,
            long expectedBytes,
            Finish finish) {
        this.target = target;
        this.file = file;
        this.sink = sink;
        this.written = new SampleHash(format.channels());
        this.format = format;
        this.encoding = encoding;
        this.expectedBytes = expectedBytes;
        this.finish = finish;
    }

    @Override
    public void write(AudioBlock block) throws IOException {
        try {
            sink.write(block);
        } catch (IOException e) {
            throw explained(e);
        }
        written.add(block);
    }

    @Override
    public MediaSource reread() throws IOException {
        if (written.frames() == 0) {
            throw new MediaException(
                    target, "there is no sound to write", "Choose a source that has some.");
        }
        try {
            sink.commit();
            file.seal();
            sealed = true;
            finish.apply(file.part());
        } catch (IOException e) {
            throw explained(e);
        }
        reread = new Reread();
        return reread;
    }

    @Override
    public Path part() {
        return file.part();
    }

    @Override
    public void commit() throws IOException {
        if (reread == null) {
            readToTheEnd();
        }
        reread.requireWhatWasWritten();
        try {
            file.commit();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private void readToTheEnd() throws IOException {
        try (MediaSource source = reread()) {
            AudioBlock block = new AudioBlock(source.format().channels(), VERIFY_FRAMES);
            while (source.read(block.all()) >= 0) {
                // Reading is what checks it.
            }
        }
    }

    /** The part, checked while it is read. */
    private final class Reread implements MediaSource {
        private final MediaSource source;
        private final SampleHash found = new SampleHash(written.channels());

        Reread() throws IOException {
            try {
                source = Media.open(file.part());
            } catch (MediaException e) {
                throw differs(e);
            }
            if (source.format().channels() != written.channels()) {
                source.close();
                throw differs(null);
            }
        }

        @Override
        public MediaFormat media() {
            return source.media();
        }

        @Override
        public OptionalLong frames() {
            return source.frames();
        }

        @Override
        public int read(AudioBlock block) throws IOException {
            int from = block.from();
            int to = block.to();
            try {
                int frames = source.read(block);
                if (frames > 0) {
                    found.add(block.window(from, from + frames));
                    block.window(from, to);
                }
                return frames;
            } catch (MediaException e) {
                throw differs(e);
            }
        }

        /** It must be read from its start to its end. */
        @Override
        public void seek(long frame) {
            throw new UnsupportedOperationException("what is checked is read in one go");
        }

        @Override
        public List<Damage> damage() {
            return source.damage();
        }

        void requireWhatWasWritten() throws MediaException {
            boolean same =
                    source.damage().isEmpty()
                            && found.frames() == written.frames()
                            && (!encoding.lossless() || found.matches(written));
            if (!same) {
                throw differs(null);
            }
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    private MediaException differs(Throwable cause) {
        return new MediaException(
                target,
                "what was read again is not what was written",
                "Check the drive and try again.",
                cause);
    }

    private IOException explained(IOException fault) throws IOException {
        // What lies there of this file goes away with it.
        long there = Files.exists(part()) ? Files.size(part()) : 0;
        return explain(target, fault, sealed ? 2 * there : expectedBytes(there), there);
    }

    /**
     * Goes on as what is written so far, which is more than was expected where the disk is full.
     */
    private long expectedBytes(long writtenBytes) {
        long expected = encoding.bytes(format, written.frames());
        return expected == 0
                ? expectedBytes
                : Math.max(
                        expectedBytes, (long) ((double) expectedBytes * writtenBytes / expected));
    }

    /** Says in one sentence why a file could not be written; cancelled work stays that. */
    static IOException explain(Path target, IOException fault) throws IOException {
        return explain(target, fault, 0, 0);
    }

    private static IOException explain(
            Path target, IOException fault, long expectedBytes, long writtenBytes)
            throws IOException {
        if (fault instanceof MediaException || fault instanceof ClosedChannelException) {
            return fault;
        }
        Path folder = target.toAbsolutePath().getParent();
        if (isForbidden(fault)) {
            return forbidden(target, folder, fault);
        }
        if (!Files.isDirectory(folder)) {
            return new MediaException(
                    target,
                    "there is no folder " + folder,
                    "Create it, or choose another folder.",
                    fault);
        }
        if (DiskSpace.isFull(folder, fault)) {
            long usable = DiskSpace.disk(folder).getUsableSpace() + writtenBytes;
            return DiskSpace.full(target, expectedBytes, usable, fault);
        }
        return new MediaException(
                target,
                "it cannot be written (" + fault.getMessage() + ")",
                "Check the drive and your right to write there.",
                fault);
    }

    private static boolean isForbidden(IOException fault) {
        return fault instanceof AccessDeniedException
                || fault.getCause() instanceof ReadOnlyFileSystemException
                || String.valueOf(fault.getMessage()).contains("Read-only file system");
    }

    private static MediaException forbidden(Path target, Path folder, IOException fault)
            throws IOException {
        if (DiskSpace.disk(folder).isReadOnly()) {
            return DiskSpace.readOnly(target, fault);
        }
        return MediaException.unwritten(
                target,
                "the folder " + folder + " may not be written to",
                "Give yourself the right to, or choose another folder, then retry.",
                fault);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (reread != null) {
                reread.close();
            }
            sink.close();
        }
    }
}
