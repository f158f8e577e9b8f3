package auralis.dsp.resample;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.OptionalLong;

/** A source over arrays, delivering uneven pieces. */
class PlaneSource implements AudioSource {
    private final StreamFormat format;
    private final float[][] planes;
    private final boolean tellsLength;
    private long position;

    PlaneSource(StreamFormat format, float[][] planes, boolean tellsLength) {
        this.format = format;
        this.planes = planes;
        this.tellsLength = tellsLength;
    }

    PlaneSource(StreamFormat format, float[]... planes) {
        this(format, planes, true);
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public OptionalLong frames() {
        return tellsLength ? OptionalLong.of(planes[0].length) : OptionalLong.empty();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        int count = (int) Math.min(block.frames(), planes[0].length - position);
        if (count <= 0) {
            return -1;
        }
        for (int c = 0; c < planes.length; c++) {
            System.arraycopy(planes[c], (int) position, block.plane(c), block.from(), count);
        }
        position += count;
        return count;
    }

    @Override
    public void seek(long frame) {
        position = frame;
    }

    @Override
    public void close() {}
}
