package auralis.library.separate;

import auralis.dsp.separate.Stem;
import java.util.List;

/**
 * What a file was taken apart into.
 *
 * @param engine that did it, for people
 * @param sampleRate in Hz, that of the file
 * @param frames of every stem, and of the file
 * @param parts in the order of the engine
 * @param residualDbfs what remains of the mix when all stems are taken from it: RMS, full scale is
 *     0; -200 at the least
 */
public record StemSet(
        String engine,
        int sampleRate,
        int channels,
        long frames,
        List<Part> parts,
        double residualDbfs) {
    private static final double SILENT_DBFS = -60;

    /**
     * One of them.
     *
     * @param peak the largest absolute sample, 1 at full scale; stems may pass it
     * @param rmsDbfs how loud it is on the whole; -200 at the least
     */
    public record Part(Stem stem, double peak, double rmsDbfs) {}

    public List<Stem> stems() {
        return parts.stream().map(Part::stem).toList();
    }

    /** Whether one has anything to be heard. */
    public boolean isAudible(Stem stem) {
        return parts.stream().anyMatch(part -> part.stem() == stem && part.rmsDbfs() > SILENT_DBFS);
    }
}
