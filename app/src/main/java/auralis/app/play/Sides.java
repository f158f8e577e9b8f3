package auralis.app.play;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.engine.PlaybackRenderer;

/** Where a voice has its two sides from: what a renderer delivers, or what is made of that. */
interface Sides {
    StreamFormat format();

    /** Conductor only: has this run on the mastered side from now on; null for nothing. */
    void follow(Mastering.Rendering wanted);

    /** Output thread only: what is read next does not continue what was read before. */
    void begin();

    /** Output thread only: as {@link PlaybackRenderer#read}. */
    int read(int generation, AudioBlock dry, AudioBlock mastered, boolean awaitMastered);

    /** The two sides of a file. */
    static Sides of(PlaybackRenderer renderer) {
        return new Sides() {
            private Mastering.Rendering rendering;

            @Override
            public StreamFormat format() {
                return renderer.format();
            }

            @Override
            public void follow(Mastering.Rendering wanted) {
                if (wanted == rendering) {
                    return;
                }
                rendering = wanted;
                if (wanted == null) {
                    renderer.chain(null, null);
                } else {
                    renderer.chain(wanted.chain(), wanted.plan());
                }
            }

            @Override
            public void begin() {
                // A file needs no preparation.
            }

            @Override
            public int read(
                    int generation, AudioBlock dry, AudioBlock mastered, boolean awaitMastered) {
                return renderer.read(generation, dry, mastered, awaitMastered);
            }
        };
    }
}
