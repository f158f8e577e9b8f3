package auralis.app.shell;

import auralis.app.fx.FxTask;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;

/** Shows folders in the program that the user has for them. FX thread only. */
record FolderView(Desktop desktop, Notices notices, ExecutorService workers) {
    void show(Path folder) {
        new FxTask<Void>(
                        progress -> {
                            desktop.showFolder(folder);
                            return null;
                        })
                .onFailure(failure -> notices.problem(failure.getMessage()))
                .start(workers);
    }
}
