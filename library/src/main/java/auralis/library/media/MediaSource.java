package auralis.library.media;

import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;

/** An opened file of sound, positioned at its first frame. */
public interface MediaSource extends AudioSource {
    MediaFormat media();

    @Override
    default StreamFormat format() {
        return media().stream();
    }
}
