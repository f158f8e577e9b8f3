package auralis.library.export;

import auralis.dsp.master.Preset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file to be mastered.
 *
 * @param preset its settings decide; its name stands in the report
 * @param folder is made when it is missing
 * @param root the folder of sources whose tree is made again below the folder; empty: all results
 *     lie in the folder itself
 * @param excerpt a trial of a part, by the plan of the whole track; empty: all
 * @param stems what is mastered in place of the file; empty: the file
 */
public record ExportRequest(
        Path source,
        Path folder,
        Preset preset,
        OutputFormat output,
        NameTemplate name,
        OverwritePolicy ifExists,
        Optional<Path> root,
        Optional<Excerpt> excerpt,
        Optional<StemSelection> stems)
        implements Request {

    /** The whole file, into the folder itself. */
    public ExportRequest(
            Path source,
            Path folder,
            Preset preset,
            OutputFormat output,
            NameTemplate name,
            OverwritePolicy ifExists) {
        this(
                source,
                folder,
                preset,
                output,
                name,
                ifExists,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, keeping the tree of folders below one. */
    public ExportRequest below(Path root) {
        return new ExportRequest(
                source, folder, preset, output, name, ifExists, Optional.of(root), excerpt, stems);
    }

    /** The same, of a part of the file only. */
    public ExportRequest of(Excerpt part) {
        return new ExportRequest(
                source, folder, preset, output, name, ifExists, root, Optional.of(part), stems);
    }

    /** The same, of a mix of the stems of the file. */
    public ExportRequest of(StemSelection mix) {
        return new ExportRequest(
                source, folder, preset, output, name, ifExists, root, excerpt, Optional.of(mix));
    }

    /** The same by another name. */
    public ExportRequest named(NameTemplate template) {
        return new ExportRequest(
                source, folder, preset, output, template, ifExists, root, excerpt, stems);
    }
}
