package auralis.app.stems;

import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMix.Strip;
import java.util.List;
import java.util.function.Predicate;

/** Mixes by one click; volumes, places and tone stay as they are. */
final class Mixes {
    private Mixes() {}

    static StemMix all(StemMix mix) {
        return only(mix, stem -> true);
    }

    static StemMix instrumental(List<Stem> stems, StemMix mix) {
        return only(mix, index -> stems.get(index) != Stem.VOCALS);
    }

    static StemMix aCappella(List<Stem> stems, StemMix mix) {
        return only(mix, index -> stems.get(index) == Stem.VOCALS);
    }

    private static StemMix only(StemMix mix, Predicate<Integer> heard) {
        StemMix next = mix;
        for (int i = 0; i < mix.strips().size(); i++) {
            Strip strip = mix.strips().get(i);
            next = next.with(i, strip.withSolo(false).withMute(!heard.test(i)));
        }
        return next;
    }
}
