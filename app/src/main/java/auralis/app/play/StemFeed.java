package auralis.app.play;

import auralis.dsp.AudioBlock;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemStack;
import java.io.IOException;

/** Stems that are played in place of the file that they come from. Any thread. */
public interface StemFeed {
    /**
     * Opens the stems as one stream; called on a thread of its own, which may wait.
     *
     * @throws IOException with a sentence for the user
     */
    StemStack open() throws IOException;

    /**
     * How they are mixed now; a change is heard at once. Allocates nothing and waits for nothing.
     */
    StemMix mix();

    /**
     * Told what goes to the device, before it is mixed; on the thread of the output, which waits
     * for nothing: allocates nothing.
     *
     * @param frame the first of them
     * @param stems two channels for each stem; valid during the call
     */
    void gives(long frame, AudioBlock stems);
}
