package auralis.library.export;

import auralis.dsp.master.Preset;
import java.nio.file.Path;

/**
 * One file to be mastered.
 *
 * @param preset its settings decide; its name stands in the report
 * @param folder is made when it is missing
 */
public record ExportRequest(
        Path source,
        Path folder,
        Preset preset,
        OutputFormat output,
        NameTemplate name,
        OverwritePolicy ifExists) {}
