package auralis.dsp.separate;

import java.util.Locale;

/** A part of a mix. */
public enum Stem {
    VOCALS,
    DRUMS,
    BASS,
    OTHER,
    GUITAR,
    PIANO;

    /** The word for it in file names and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
