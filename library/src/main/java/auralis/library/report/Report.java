package auralis.library.report;

import java.util.List;

/**
 * What became of the files of a batch, in their order.
 *
 * @see ReportFormat
 */
public record Report(List<ReportedFile> files) {
    public Report {
        files = List.copyOf(files);
    }

    List<ReportedFile> in(String state) {
        return files.stream().filter(file -> file.state().equals(state)).toList();
    }
}
