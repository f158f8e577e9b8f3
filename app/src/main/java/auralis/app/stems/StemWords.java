package auralis.app.stems;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemMix;
import auralis.library.export.StemRequest.Clipping;
import auralis.library.export.StemRequest.Rest;

/** Stems and what is done to them, as the user sees them. */
final class StemWords {
    private StemWords() {}

    static String name(Stem stem) {
        return Texts.text(
                switch (stem) {
                    case VOCALS -> "stem.vocals";
                    case DRUMS -> "stem.drums";
                    case BASS -> "stem.bass";
                    case OTHER -> "stem.other";
                    case GUITAR -> "stem.guitar";
                    case PIANO -> "stem.piano";
                    case INSTRUMENTAL -> "stem.instrumental";
                    case REST -> "stem.rest";
                });
    }

    static String icon(Stem stem) {
        return switch (stem) {
            case VOCALS -> "mdi2m-microphone-variant";
            case DRUMS -> "mdi2m-metronome";
            case BASS -> "mdi2m-music-clef-bass";
            case GUITAR -> "mdi2g-guitar-acoustic";
            case PIANO -> "mdi2p-piano";
            case OTHER, INSTRUMENTAL, REST -> "mdi2m-music";
        };
    }

    /** How the part that is no stem of its own is made. */
    static String rest(Rest rest) {
        return Texts.text(rest == Rest.SUBTRACT ? "stems.rest.subtract" : "stems.rest.sum");
    }

    /** What happens where a stem is too loud for its format. */
    static String clipping(Clipping clipping) {
        return Texts.text(
                clipping == Clipping.RESCALE_ALL ? "stems.clipping.all" : "stems.clipping.none");
    }

    /** "+1.5 dB", "off". */
    static String gain(double gainDb) {
        return gainDb <= StemMix.LEAST_GAIN_DB
                ? Texts.text("stems.off")
                : Texts.text("unit.db", Numbers.signedTenth(gainDb));
    }

    /** "L 30", "centre". */
    static String pan(double pan) {
        long percent = Math.round(100 * Math.abs(pan));
        if (percent == 0) {
            return Texts.text("stems.centre");
        }
        return Texts.text(pan < 0 ? "stems.left" : "stems.right", percent);
    }
}
