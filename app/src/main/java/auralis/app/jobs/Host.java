package auralis.app.jobs;

import auralis.app.action.History.Edit;
import auralis.app.sheet.Sheet;
import auralis.library.job.Job;
import auralis.library.report.Report;
import java.nio.file.Path;
import javafx.scene.Node;

/** What the window does for the jobs. FX thread only. */
public interface Host {
    /** Shows a folder in the program of the desktop. */
    void showFolder(Path folder);

    /** Does something that can be taken back. */
    void perform(Edit edit);

    /** Asks what is to be otherwise about a job that masters a file, then has it done. */
    void edit(Job job);

    /** Opens a report in the user's browser; the name is that of its file, without ending. */
    void openReport(Report report, String name);

    /** Asks where a report goes and in which format, then writes it. */
    void saveReport(Report report, String name);

    /** Lays a page over the window. */
    void show(Sheet sheet, Node first);
}
