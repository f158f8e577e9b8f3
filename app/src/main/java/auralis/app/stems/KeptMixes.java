package auralis.app.stems;

import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemMix;
import auralis.library.separate.SeparationSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How tracks were mixed, for the next time they are opened: the last {@value #MOST}.
 *
 * @param mixes the latest last
 */
public record KeptMixes(List<KeptMix> mixes) {
    public static final KeptMixes NONE = new KeptMixes(List.of());

    private static final int MOST = 100;

    /**
     * A mix.
     *
     * @param file the track
     * @param separation how it was taken apart
     * @param stems into what
     */
    public record KeptMix(
            String file, SeparationSettings separation, List<Stem> stems, StemMix mix) {
        private boolean isOf(Path track, SeparationSettings settings) {
            return file.equals(track.toString()) && separation.equals(settings);
        }
    }

    public KeptMixes {
        mixes = List.copyOf(mixes);
    }

    /** That of a track; empty where none was kept, or of other stems. */
    Optional<StemMix> of(Path track, SeparationSettings separation, List<Stem> stems) {
        return mixes.stream()
                .filter(kept -> kept.isOf(track, separation) && kept.stems().equals(stems))
                .map(KeptMix::mix)
                .filter(mix -> mix.strips().size() == stems.size())
                .findFirst();
    }

    /** The same with that of a track; one that leaves the track as it is need not be kept. */
    KeptMixes with(Path track, SeparationSettings separation, List<Stem> stems, StemMix mix) {
        List<KeptMix> next = new ArrayList<>(mixes);
        next.removeIf(kept -> kept.isOf(track, separation));
        if (!mix.isNeutral()) {
            next.add(new KeptMix(track.toString(), separation, stems, mix));
        }
        return new KeptMixes(next.subList(Math.max(0, next.size() - MOST), next.size()));
    }
}
