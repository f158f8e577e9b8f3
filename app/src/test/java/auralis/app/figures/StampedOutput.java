package auralis.app.figures;

import auralis.app.platform.ForwardingOutput;
import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.AudioBlock;
import java.util.ArrayList;
import java.util.List;

/** An output that remembers what it was given, and when. */
final class StampedOutput extends ForwardingOutput {
    /**
     * @param nanos when it was given
     * @param queued frames that the device had to play before
     * @param left the samples of the first channel
     */
    record Given(long nanos, long queued, float[] left) {
        /** When its frame is heard, as far as the device tells. */
        double heardMillis(int frame, long since) {
            return (nanos - since) / 1e6 + (queued + frame) / 44.1;
        }
    }

    private final List<Given> given;

    private StampedOutput(SoundOutput output, List<Given> given) {
        super(output);
        this.given = given;
    }

    /**
     * @param given where all outputs put what they were given, under its lock
     */
    static SoundOutputs of(SoundOutputs outputs, List<Given> given) {
        return new SoundOutputs(format -> new StampedOutput(outputs.open(format), given));
    }

    static List<Given> since(List<Given> given, long nanos) {
        synchronized (given) {
            return new ArrayList<>(given.stream().filter(g -> g.nanos() >= nanos).toList());
        }
    }

    @Override
    public int write(AudioBlock block) {
        float[] left = new float[block.frames()];
        System.arraycopy(block.plane(0), block.from(), left, 0, left.length);
        Given now = new Given(System.nanoTime(), output.written() - output.position(), left);
        synchronized (given) {
            given.add(now);
        }
        return output.write(block);
    }
}
