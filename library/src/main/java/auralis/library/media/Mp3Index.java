package auralis.library.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Where the frames of an MP3 file are: found by stepping from header to header through the whole
 * file once. Every so many frames the place is kept, in an array of fixed length that is thinned
 * out as the file goes on.
 *
 * <p>Where the step does not meet a header, the search goes on for three in a row. Whether the
 * bytes in between are foreign or took the place of frames is told by the count in the encoder's
 * tag, and without one by their number: a stretch of nearly whole frames was frames. Lost frames
 * keep their place in the stream.
 */
final class Mp3Index {
    private static final int RHYTHM = 3;
    private static final int CHECKPOINTS = 4096;
    private static final int MAX_GAPS = 10_000;

    /** How much a count in a tag may be off; encoders disagree whether the tag counts itself. */
    private static final int COUNT_TOLERANCE = 2;

    /** A stretch without headers: where sound goes on, and the frames it replaced. */
    record Gap(long resume, long lost) {}

    /** A place in the file and the number of the frame there. */
    record Place(long at, long number) {}

    private final Path file;
    private final ByteWindow bytes;
    private final MpegHeader format;
    private final LameTag tag;
    private final long first;
    private final long end;
    private final TreeMap<Long, Gap> gaps = new TreeMap<>();
    private final long[] checkpoints = new long[CHECKPOINTS];
    private int stride = 1;
    private long found;
    private boolean cutOff;

    /**
     * @param start where the first frame is
     * @param end where the sound ends
     */
    Mp3Index(Path file, ByteWindow bytes, long start, long end) throws IOException {
        this.file = file;
        this.bytes = bytes;
        this.end = end;
        this.format = new MpegHeader(bytes.intAt(start));
        this.tag = LameTag.read(bytes, start, format);
        this.first = tag == null ? start : start + format.frameBytes();
        scan();
        fillGaps();
    }

    MpegHeader format() {
        return format;
    }

    /** Samples to leave out at the start of the decoded stream. */
    int delay() {
        return tag == null ? 0 : tag.delay();
    }

    /** Samples to leave out at its end. */
    int padding() {
        return tag == null ? 0 : tag.padding();
    }

    /** How many frames there are, lost ones included. */
    long present() {
        return found + gaps.values().stream().mapToLong(Gap::lost).sum();
    }

    /** How many frames there should be: more than are present when the file was cut off. */
    long declared() {
        long counted = tag == null ? 0 : tag.frames();
        int tolerance = cutOff ? 0 : COUNT_TOLERANCE;
        return counted > present() + tolerance ? counted : present();
    }

    /** Where the frames begin. */
    Place start() {
        return new Place(first, 0);
    }

    /** The frame at this place. */
    MpegHeader header(Place place) throws IOException {
        return new MpegHeader(bytes.intAt(place.at()));
    }

    /** The gap that begins at this place, or null. */
    Gap gap(Place place) {
        return gaps.get(place.at());
    }

    /** The place behind the frame or the gap at this one; null at the end. */
    Place next(Place place) throws IOException {
        Gap gap = gap(place);
        Place next =
                gap != null
                        ? new Place(gap.resume(), place.number() + gap.lost())
                        : new Place(place.at() + header(place).frameBytes(), place.number() + 1);
        return next.number() < present() ? next : null;
    }

    /** A known place not behind a frame. */
    Place before(long number) {
        int low = 0;
        int high = (int) ((found - 1) / stride);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (place(middle).number() <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return found == 0 ? start() : place(low);
    }

    private Place place(int checkpoint) {
        long at = checkpoints[checkpoint];
        NavigableMap<Long, Gap> before = gaps.headMap(at, false);
        long lost = before.values().stream().mapToLong(Gap::lost).sum();
        return new Place(at, (long) checkpoint * stride + lost);
    }

    private void scan() throws IOException {
        long at = first;
        while (at + MpegHeader.BYTES <= end) {
            int bits = bytes.intAt(at);
            long next = format.matches(bits) ? at + new MpegHeader(bits).frameBytes() : at;
            if (next > end) {
                cutOff = true;
                addGap(at, end);
                return;
            }
            if (next > at && isFrame(at, next)) {
                addFrame(at);
                at = next;
                continue;
            }
            long resume = resume(at + 1);
            if (resume < 0) {
                return;
            }
            addGap(at, resume);
            at = resume;
        }
    }

    /** A header counts unless the stream demonstrably goes on before the next one it points to. */
    private boolean isFrame(long at, long next) throws IOException {
        if (next + MpegHeader.BYTES > end || format.matches(bytes.intAt(next))) {
            return true;
        }
        long resume = resume(at + 1);
        return resume < 0 || resume >= next;
    }

    private void addFrame(long at) {
        if (found % stride == 0) {
            if (found / stride == CHECKPOINTS) {
                thinOut();
            }
            if (found % stride == 0) {
                checkpoints[(int) (found / stride)] = at;
            }
        }
        found++;
    }

    private void thinOut() {
        for (int i = 0; i < CHECKPOINTS / 2; i++) {
            checkpoints[i] = checkpoints[2 * i];
        }
        stride *= 2;
    }

    private void addGap(long at, long resume) throws MediaException {
        if (gaps.size() == MAX_GAPS) {
            throw new MediaException(
                    file, "the sound is damaged beyond repair", ReadFault.COPY_AGAIN);
        }
        gaps.put(at, new Gap(resume, 0));
    }

    /** Where three headers in a row are, or one right before the end; -1 for nowhere. */
    private long resume(long from) throws IOException {
        for (long at = from; at + MpegHeader.BYTES <= end; at++) {
            if (bytes.at(at) == 0xFF && hasRhythm(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean hasRhythm(long start) throws IOException {
        long at = start;
        for (int i = 0; i < RHYTHM; i++) {
            int bits = bytes.intAt(at);
            if (at + MpegHeader.BYTES > end || !format.matches(bits)) {
                return at == end;
            }
            at += new MpegHeader(bits).frameBytes();
        }
        return true;
    }

    /** Gives the gaps the frames that they replaced. */
    private void fillGaps() {
        double frameBytes = averageFrameBytes();
        long missing = tag == null || tag.frames() == 0 ? -1 : Math.max(0, tag.frames() - found);
        for (Map.Entry<Long, Gap> entry : gaps.entrySet()) {
            long at = entry.getKey();
            long resume = entry.getValue().resume();
            long lost =
                    resume == end
                            ? (cutOff && missing < 0 ? 1 : 0)
                            : lost(resume - at, frameBytes, missing);
            missing -= missing < 0 ? 0 : lost;
            entry.setValue(new Gap(resume, lost));
        }
    }

    private static long lost(long gapBytes, double frameBytes, long missing) {
        long likely = Math.round(gapBytes / frameBytes);
        if (missing >= 0) {
            return Math.min(missing, Math.max(1, likely));
        }
        boolean whole = Math.abs(gapBytes - likely * frameBytes) <= likely + 1;
        return whole || likely <= 2 ? likely : 0;
    }

    private double averageFrameBytes() {
        long foreign =
                gaps.entrySet().stream().mapToLong(g -> g.getValue().resume() - g.getKey()).sum();
        return Math.max(1, (double) (end - first - foreign) / Math.max(1, found));
    }

    /** The places of frames from one to another, both included. */
    List<Place> places(Place from, long to) throws IOException {
        List<Place> places = new ArrayList<>();
        for (Place p = from; p != null && p.number() <= to; p = next(p)) {
            places.add(p);
        }
        return places;
    }
}
