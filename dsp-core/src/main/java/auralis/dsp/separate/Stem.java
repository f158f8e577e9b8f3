package auralis.dsp.separate;

import java.util.Locale;

/** A part of a mix. */
public enum Stem {
    VOCALS,
    DRUMS,
    BASS,
    OTHER,
    GUITAR,
    PIANO,
    /** All but the vocals. */
    INSTRUMENTAL,
    /** All but the one part that was taken out. */
    REST;

    /** The word for it in file names and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
