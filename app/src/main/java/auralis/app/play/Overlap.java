package auralis.app.play;

import auralis.dsp.AudioBlock;

/**
 * The cross-fade of two tracks, of equal power because they have nothing in common. Output thread
 * only.
 */
final class Overlap {
    private long frames;
    private long done;

    void begin(long frames) {
        this.frames = frames;
        this.done = 0;
    }

    void end() {
        frames = 0;
        done = 0;
    }

    boolean running() {
        return done < frames;
    }

    /** So many frames of both will be mixed again. */
    void goBack(long again) {
        done = Math.max(0, done - again);
    }

    /** Mixes the one that leaves into the one that comes. */
    void mix(AudioBlock leaving, AudioBlock coming) {
        for (int i = 0; i < coming.frames(); i++) {
            double angle = Math.PI / 2 * Math.min(1, (done + i + 1.0) / (frames + 1));
            double out = Math.cos(angle);
            double in = Math.sin(angle);
            for (int c = 0; c < coming.channels(); c++) {
                float[] plane = coming.plane(c);
                int at = coming.from() + i;
                plane[at] = (float) (in * plane[at] + out * leaving.plane(c)[leaving.from() + i]);
            }
        }
        done += coming.frames();
    }
}
