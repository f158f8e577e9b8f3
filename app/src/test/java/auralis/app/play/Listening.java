package auralis.app.play;

import static org.assertj.core.api.Assertions.fail;

import auralis.dsp.AudioBlock;
import auralis.dsp.resample.Dither;
import auralis.dsp.resample.Quantizer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What tests that listen to a player share. */
final class Listening {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 500_000;

    private Listening() {}

    static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                fail("did not come true");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** What a device of a bit depth gets of a stereo track. */
    static float[][] quantized(float[][] planes, int bitDepth) {
        AudioBlock block = AudioBlock.of(planes[0].clone(), planes[1].clone());
        Quantizer quantizer = new Quantizer(bitDepth, Dither.TPDF);
        quantizer.prepare(Tracks.FORMAT, block.frames());
        quantizer.position(0);
        quantizer.process(block);
        return new float[][] {block.plane(0), block.plane(1)};
    }
}
