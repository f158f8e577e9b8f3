package auralis.library.export;

import auralis.dsp.separate.Stem;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of a file that was to be taken apart.
 *
 * @param engine that did it, for people
 * @param outputs the files; empty when all were there already and stay, or none was wanted
 * @param residualDbfs what remains of the mix when all stems are taken from it
 * @param gainDb by how much all stems were made softer, 0 or less
 * @param warnings what the user should know about source or result
 * @param audioSeconds length of the source
 */
public record StemResult(
        String engine,
        List<Output> outputs,
        double residualDbfs,
        double gainDb,
        List<String> warnings,
        double audioSeconds) {

    /**
     * A file that was written.
     *
     * @param measured of what stands in it
     * @param content names the content of the file
     */
    public record Output(Stem stem, Path file, Measurement measured, String content)
            implements WrittenFile {}

    static final StemResult SKIPPED = new StemResult("", List.of(), 0, 0, List.of(), 0);

    /** Whether there was nothing to do. */
    public boolean isSkipped() {
        return engine.isEmpty();
    }

    public StemResult {
        outputs = List.copyOf(outputs);
        warnings = List.copyOf(warnings);
    }
}
