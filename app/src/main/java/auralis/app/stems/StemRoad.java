package auralis.app.stems;

import auralis.app.action.Actions;
import auralis.app.export.ExportWords;
import auralis.app.fx.FxTask;
import auralis.app.sheet.Sheet;
import auralis.app.text.Texts;
import auralis.library.export.OverwritePolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * From files of stems that are wished for to their work: asks once about names that are taken,
 * where the user wants to be asked. FX thread only.
 */
record StemRoad(Actions actions, Host host, ExecutorService workers) {
    private static final double WIDTH = 460;
    private static final int SHOWN = 6;

    void go(StemFiles files) {
        run(
                progress -> files.conflicts(host.taken(), progress),
                conflicts -> {
                    if (conflicts.isEmpty()) {
                        give(files, files.choice().ifExists().policy());
                    } else {
                        ask(files, conflicts);
                    }
                });
    }

    private void ask(StemFiles wanted, List<Path> conflicts) {
        Sheet sheet =
                new Sheet(
                        "stems.conflicts",
                        Texts.text("stems.conflicts", conflicts.size()),
                        actions);
        List<String> files =
                conflicts.stream().map(file -> String.valueOf(file.getFileName())).toList();
        Label names = new Label(ExportWords.first(files, SHOWN));
        names.setId("stems.conflicts.names");
        names.getStyleClass().addAll("quiet", "export-names");
        names.setMinHeight(Region.USE_PREF_SIZE);
        sheet.setBody(WIDTH, names);
        Button number = answer(sheet, "stems.conflicts.number", wanted, OverwritePolicy.NUMBER);
        number.getStyleClass().add("accent");
        Button replace = answer(sheet, "stems.conflicts.replace", wanted, OverwritePolicy.REPLACE);
        replace.setText(Texts.text("stems.conflicts.replace.count", conflicts.size()));
        Button cancel = sheet.closing("stems.conflicts.cancel");
        sheet.setFoot(
                cancel,
                replace,
                answer(sheet, "stems.conflicts.skip", wanted, OverwritePolicy.SKIP),
                number);
        host.show(sheet, number);
    }

    private Button answer(Sheet sheet, String key, StemFiles files, OverwritePolicy policy) {
        return sheet.answer(key, () -> give(files, policy));
    }

    private void give(StemFiles files, OverwritePolicy policy) {
        run(
                progress -> files.plan(policy, host.taken(), progress),
                planned -> host.separate(files.folder(), StemFiles.orders(planned)));
    }

    private <T> void run(FxTask.Work<T> work, Consumer<T> next) {
        new FxTask<>(work)
                .onResult(next)
                .onFailure(failure -> host.problem(failure.getMessage()))
                .start(workers);
    }
}
