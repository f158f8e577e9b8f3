package auralis.app.export;

import auralis.app.action.Actions;
import auralis.app.export.ExportChoice.IfExists;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.ExportPlanner.Room;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat.Container;
import auralis.library.export.OverwritePolicy;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Asks where files go, how they are called and written; shows what that comes to. */
public final class ExportSheet {
    private static final double WIDTH = 520;
    private static final int SHOWN_NAMES = 5;
    private static final Duration TYPING = Duration.millis(150);
    private static final List<OptionalInt> DEPTHS =
            Stream.of(16, 24, 32).map(OptionalInt::of).toList();
    private static final List<OptionalInt> RATES =
            Stream.of(44_100, 48_000, 88_200, 96_000).map(OptionalInt::of).toList();

    private final Asking asking;
    private final Latest preview;
    private final Sheet sheet;
    private final Choices form = new Choices();
    private final TextField folder = Named.named(new TextField(), "export.folder");
    private final Button choose = Named.labelled(new Button(), "export.folder.choose");
    private final TextField name = Named.named(new TextField(), "export.name");
    private final Label names = new Label();
    private final Label estimate = new Label();
    private final Label tight = new Label();
    private final CheckBox anyway = Named.labelled(new CheckBox(), "export.anyway");
    private final ComboBox<Container> container;
    private final ComboBox<OptionalInt> depth;
    private final ComboBox<OptionalInt> rate;
    private final ComboBox<IfExists> ifExists;
    private final Button go = new Button();
    private final PauseTransition typing = new PauseTransition(TYPING);

    /**
     * What is asked about.
     *
     * @param folder where to begin; empty when no file was ever written
     * @param speed how often faster than it plays mastering is; empty when unknown
     * @param album whether albums are mastered as one
     * @param chooseFolder asks for another folder
     * @param taken what other work is going to write; asked on a worker
     * @param disks knows what there is room for
     * @param title of the page
     * @param go what its button says
     */
    public record Asking(
            Batch first,
            Optional<Path> folder,
            OptionalDouble speed,
            BooleanProperty album,
            Supplier<Optional<Path>> chooseFolder,
            Supplier<Collection<Path>> taken,
            Disks disks,
            String title,
            String go) {}

    /** Knows what a batch needs, disk by disk; asked on a worker. */
    @FunctionalInterface
    public interface Disks {
        List<Room> room(List<Planned> batch) throws IOException;
    }

    /** What the files as a whole come to. */
    private record Outlook(List<Planned> planned, List<Room> rooms) {
        double seconds() {
            return planned.stream().mapToDouble(one -> one.audioSeconds().orElse(0)).sum();
        }

        long bytes() {
            return planned.stream().mapToLong(Planned::bytes).sum();
        }

        Optional<Room> tight() {
            return rooms.stream().filter(room -> !room.isEnough()).findFirst();
        }
    }

    private ExportSheet(Asking asking, Actions actions, ExecutorService workers) {
        this.asking = asking;
        preview = new Latest(workers);
        ExportChoice choice = asking.first().choice();
        sheet = new Sheet("export", asking.title(), actions);
        folderRow();
        nameRows(choice);
        container =
                form.combo(
                        "export.format",
                        List.of(Container.values()),
                        choice.container(),
                        ExportSheet::words);
        depth =
                form.combo(
                        "export.depth",
                        withSource(DEPTHS),
                        choice.bitDepth(),
                        bits -> bits.isEmpty() ? asSource() : bits(bits.getAsInt()));
        rate =
                form.combo(
                        "export.rate",
                        withSource(RATES),
                        choice.sampleRate(),
                        hz -> hz.isEmpty() ? asSource() : hertz(hz.getAsInt()));
        ifExists =
                form.combo(
                        "export.exists",
                        List.of(IfExists.values()),
                        choice.ifExists(),
                        ExistsWords::of);
        CheckBox album = Named.labelled(new CheckBox(), "export.album");
        album.selectedProperty().bindBidirectional(asking.album());
        form.below(album);
        album.setVisible(asking.first().mix().isEmpty());
        album.setManaged(album.isVisible());
        sheet.onClosed(
                () -> {
                    album.selectedProperty().unbindBidirectional(asking.album());
                    preview.cancel();
                    typing.stop();
                });
        go.setId("export.go");
        go.setText(asking.go());
        go.getStyleClass().add("accent");
        watch();
    }

    /**
     * @param over the root of the window
     * @param onGo told what is to be mastered
     */
    public static void show(
            StackPane over,
            Actions actions,
            Asking asking,
            ExecutorService workers,
            Consumer<Batch> onGo) {
        new ExportSheet(asking, actions, workers).show(over, onGo);
    }

    private void show(StackPane over, Consumer<Batch> onGo) {
        Button cancel = Named.labelled(new Button(), "export.cancel");
        cancel.setOnAction(event -> sheet.close());
        go.setOnAction(
                event -> {
                    Batch batch = batch();
                    sheet.close();
                    onGo.accept(batch);
                });
        sheet.onShortcutEnter(go::fire);
        estimate.setId("export.estimate");
        estimate.getStyleClass().add("quiet");
        VBox content = new VBox(form.node(), estimate, warning());
        content.getStyleClass().add("sheet-body");
        content.setPrefWidth(WIDTH);
        sheet.setContent(content);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        sheet.setFoot(space, cancel, go);
        changed();
        sheet.show(over, folder.getText().isEmpty() ? choose : go);
    }

    /** Where there is not enough room, one does not begin by mistake. */
    private Node warning() {
        tight.setId("export.tight");
        tight.getStyleClass().add("export-tight");
        tight.setWrapText(true);
        tight.setMinHeight(Region.USE_PREF_SIZE);
        anyway.selectedProperty().addListener((seen, before, now) -> go.setDisable(!now));
        VBox box = new VBox(tight, anyway);
        box.getStyleClass().add("export-warning");
        box.visibleProperty().bind(tight.textProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void folderRow() {
        folder.setText(asking.folder().map(Path::toString).orElse(""));
        folder.setPromptText(Texts.text("export.folder.prompt"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(
                event ->
                        asking.chooseFolder()
                                .get()
                                .ifPresent(chosen -> folder.setText(chosen.toString())));
        HBox row = new HBox(folder, choose);
        row.getStyleClass().add("value-row");
        HBox.setHgrow(folder, Priority.ALWAYS);
        form.field("export.folder", folder, row);
    }

    private void nameRows(ExportChoice choice) {
        name.setText(choice.name().text());
        form.field("export.name", name, name);
        names.setId("export.names");
        names.getStyleClass().addAll("quiet", "export-names");
        names.setMaxWidth(WIDTH - 130);
        names.setMinHeight(Region.USE_PREF_SIZE);
        form.below(names);
    }

    private void watch() {
        typing.setOnFinished(event -> changed());
        List<ObservableValue<?>> all =
                List.of(
                        folder.textProperty(),
                        name.textProperty(),
                        container.valueProperty(),
                        depth.valueProperty(),
                        rate.valueProperty(),
                        ifExists.valueProperty());
        all.forEach(value -> value.addListener((seen, before, now) -> typing.playFromStart()));
    }

    private void changed() {
        Optional<String> fault = fault();
        tight.setText("");
        anyway.setSelected(false);
        go.setDisable(true);
        depth.setDisable(container.getValue() == Container.MP3);
        estimate.setText("");
        if (fault.isPresent()) {
            preview.cancel();
            names.setText(fault.get());
            return;
        }
        Batch whole = batch();
        preview.ask(
                new FxTask<>(
                                progress -> {
                                    List<Planned> planned =
                                            whole.plan(asking.taken().get(), progress);
                                    return new Outlook(planned, asking.disks().room(planned));
                                })
                        .onResult(this::show)
                        .onFailure(failure -> names.setText(failure.getMessage())));
    }

    private void show(Outlook outlook) {
        names.setText(names(outlook.planned().stream().limit(SHOWN_NAMES).toList()));
        estimate.setText(estimated(outlook));
        tight.setText(outlook.tight().map(ExportSheet::words).orElse(""));
        go.setDisable(outlook.tight().isPresent());
    }

    private static String words(Room room) {
        return Texts.text(
                "export.tight",
                room.folder(),
                megabytes(room.neededBytes()),
                megabytes(room.usableBytes()));
    }

    private Optional<String> fault() {
        try {
            new NameTemplate(name.getText());
        } catch (IllegalArgumentException e) {
            return Optional.of(Texts.text("export.name.fault", e.getMessage()));
        }
        return isFolder(folder.getText().strip())
                ? Optional.empty()
                : Optional.of(Texts.text("export.folder.fault"));
    }

    private static boolean isFolder(String text) {
        try {
            return !text.isEmpty() && Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Batch batch() {
        Batch first = asking.first();
        ExportChoice choice =
                new ExportChoice(
                        new NameTemplate(name.getText()),
                        container.getValue(),
                        depth.getValue(),
                        rate.getValue(),
                        ifExists.getValue());
        return new Batch(
                first.sources(),
                Path.of(folder.getText().strip()),
                first.preset(),
                choice,
                asking.album().get(),
                first.former(),
                first.mix());
    }

    private String names(List<Planned> planned) {
        StringBuilder lines = new StringBuilder();
        for (Planned one : planned) {
            lines.append(lines.isEmpty() ? "" : "\n").append(line(one));
        }
        int more = asking.first().sources().size() - planned.size();
        return more > 0 ? lines + "\n" + Texts.text("export.more", more) : lines.toString();
    }

    private static String line(Planned one) {
        if (one.problem().isPresent()) {
            return one.problem().get();
        }
        String file = one.target().map(path -> path.getFileName().toString()).orElse("");
        if (one.target().isEmpty()) {
            String source = String.valueOf(one.request().source().getFileName());
            return Texts.text("export.skips", source);
        }
        return one.exists() && one.request().ifExists() == OverwritePolicy.REPLACE
                ? Texts.text("export.replaces", file)
                : file;
    }

    private String estimated(Outlook outlook) {
        if (outlook.bytes() == 0) {
            return "";
        }
        String size = Texts.text("export.size", megabytes(outlook.bytes()));
        return asking.speed().isEmpty()
                ? size
                : Texts.text(
                        "export.size.and.time",
                        size,
                        Numbers.length(
                                Math.max(60, outlook.seconds() / asking.speed().getAsDouble())));
    }

    /** An amount of bytes, about. */
    public static String megabytes(double bytes) {
        double mega = bytes / 1e6;
        return mega < 1_000
                ? Texts.text("unit.mb", Math.max(1, Math.round(mega)))
                : Texts.text("unit.gb", Numbers.tenth(mega / 1_000));
    }

    private static List<OptionalInt> withSource(List<OptionalInt> values) {
        return Stream.concat(Stream.of(OptionalInt.empty()), values.stream()).toList();
    }

    /** A format in words. */
    public static String words(Container format) {
        return Texts.text(
                switch (format) {
                    case SOURCE -> "export.as.source";
                    case FLAC -> "export.format.flac";
                    case WAV -> "export.format.wav";
                    case MP3 -> "export.format.mpeg";
                });
    }

    public static String asSource() {
        return Texts.text("export.as.source");
    }

    /** A number of bits in words. */
    public static String bits(int bits) {
        return Texts.text(bits == 32 ? "export.depth.float" : "unit.bits", bits);
    }

    private static String hertz(int rate) {
        Function<Double, String> digits =
                khz -> khz == Math.rint(khz) ? Numbers.whole(khz) : Numbers.tenth(khz);
        return Texts.text("unit.khz", digits.apply(rate / 1e3));
    }
}
