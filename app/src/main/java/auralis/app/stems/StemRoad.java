package auralis.app.stems;

import auralis.app.action.Actions;
import auralis.app.fx.FxTask;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.export.OverwritePolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

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

    private void ask(StemFiles files, List<Path> conflicts) {
        Sheet sheet =
                new Sheet(
                        "stems.conflicts",
                        Texts.text("stems.conflicts", conflicts.size()),
                        actions);
        String first =
                conflicts.stream()
                        .limit(SHOWN)
                        .map(file -> String.valueOf(file.getFileName()))
                        .collect(Collectors.joining("\n"));
        int more = conflicts.size() - SHOWN;
        Label names = new Label(more > 0 ? first + "\n" + Texts.text("export.more", more) : first);
        names.setId("stems.conflicts.names");
        names.getStyleClass().addAll("quiet", "export-names");
        names.setMinHeight(Region.USE_PREF_SIZE);
        VBox body = new VBox(names);
        body.getStyleClass().add("sheet-body");
        body.setPrefWidth(WIDTH);
        sheet.setContent(body);
        Button number = answer(sheet, "stems.conflicts.number", files, OverwritePolicy.NUMBER);
        number.getStyleClass().add("accent");
        Button replace = answer(sheet, "stems.conflicts.replace", files, OverwritePolicy.REPLACE);
        replace.setText(Texts.text("stems.conflicts.replace.count", conflicts.size()));
        Button cancel = Named.labelled(new Button(), "stems.conflicts.cancel");
        cancel.setOnAction(event -> sheet.close());
        sheet.setFoot(
                cancel,
                replace,
                answer(sheet, "stems.conflicts.skip", files, OverwritePolicy.SKIP),
                number);
        host.show(sheet, number);
    }

    private Button answer(Sheet sheet, String key, StemFiles files, OverwritePolicy policy) {
        Button button = Named.labelled(new Button(), key);
        button.setOnAction(
                event -> {
                    sheet.close();
                    give(files, policy);
                });
        return button;
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
