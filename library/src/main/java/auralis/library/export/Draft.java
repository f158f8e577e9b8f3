package auralis.library.export;

import auralis.dsp.StreamFormat;
import auralis.library.media.DiskSpace;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSource;
import auralis.library.separate.Separations;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A result before it is written.
 *
 * @param wanted what it will be called unless that is taken
 * @param media of the source
 * @param frames of the source; empty when unknown
 * @param seconds of the result
 * @param bytes of the result, about; 0 when unknown
 */
record Draft(
        Path wanted,
        MediaFormat media,
        Encoding encoding,
        int sampleRate,
        OptionalLong frames,
        OptionalDouble seconds,
        long bytes) {
    private static final String OF_A_TRIAL = " (trial)";

    /** Tags are written into a second file, which then takes the place of the first. */
    private static final int COPIES = 2;

    /**
     * Looks at the source.
     *
     * @param number in its batch, from 1
     * @throws IOException with a sentence when the source cannot be worked on
     */
    static Draft of(Request request, int number) throws IOException {
        try (MediaSource source = Media.open(request.source())) {
            MediaFormat media = source.media();
            requireUsable(request, source);
            Encoding encoding = request.output().encoding(media);
            int rate = request.output().sampleRate(media);
            OptionalDouble seconds = seconds(request, source);
            long frames = (long) (seconds.orElse(0) * rate);
            return new Draft(
                    request.placeFolder()
                            .resolve(name(request, number) + "." + encoding.extension()),
                    media,
                    encoding,
                    rate,
                    source.frames(),
                    seconds,
                    encoding.bytes(new StreamFormat(rate, media.stream().layout()), frames));
        }
    }

    private static void requireUsable(Request request, MediaSource source) throws MediaException {
        MediaFormat media = source.media();
        if (request instanceof ExportRequest) {
            Exporter.requireStereo(request.source(), media);
        } else if (request instanceof StemRequest.Part) {
            Separations.requireSeparable(request.source(), source);
        } else {
            EffectExporter.requireStereo(request.source(), media);
        }
    }

    private static OptionalDouble seconds(Request request, MediaSource source) {
        if (source.frames().isEmpty()) {
            return OptionalDouble.empty();
        }
        double whole = source.format().seconds(source.frames().getAsLong());
        double part = request.excerpt().map(Excerpt::seconds).orElse(whole);
        return OptionalDouble.of(Math.min(whole, part) + request.tailSeconds());
    }

    private static String name(Request request, int number) {
        String name = request.name().expand(SourceFields.of(request, number));
        return request.excerpt().isPresent() ? name + OF_A_TRIAL : name;
    }

    /** Makes the folder of a target, and looks whether one may write there and for room. */
    void prepare(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".auralis", ".part"));
        } catch (FileAlreadyExistsException e) {
            throw new MediaException(
                    target, folder + " is a file, no folder", "Choose another folder.", e);
        } catch (IOException e) {
            throw Media.explainWriting(target, e);
        }
        DiskSpace.require(target, COPIES * bytes);
    }
}
