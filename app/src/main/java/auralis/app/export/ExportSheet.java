package auralis.app.export;

import auralis.app.action.Actions;
import auralis.app.export.ExportChoice.IfExists;
import auralis.app.form.Form;
import auralis.app.master.MasteringChoice;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.dsp.master.Preset;
import auralis.library.export.OutputFormat.Container;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Asks where files go, how they are called and written; shows what that comes to. */
public final class ExportSheet {
    private static final double WIDTH = 520;
    private static final int SHOWN_NAMES = 5;
    private static final List<OptionalInt> DEPTHS =
            Stream.of(16, 24, 32).map(OptionalInt::of).toList();
    private static final List<OptionalInt> RATES =
            Stream.of(44_100, 48_000, 88_200, 96_000).map(OptionalInt::of).toList();

    private final Asking asking;
    private final Sheet sheet;
    private final Form form = Form.roomy();
    private final Destination destination;
    private final Label estimate = new Label();
    private final SpaceWarning warning = new SpaceWarning();
    private final BooleanProperty unknown = new SimpleBooleanProperty(true);
    private final Optional<MasteringChoice> mastering;
    private final ComboBox<Container> container;
    private final ComboBox<OptionalInt> depth;
    private final ComboBox<OptionalInt> rate;
    private final ComboBox<IfExists> ifExists;
    private final Button go = new Button();

    /**
     * What is asked about.
     *
     * @param presets one of which may be chosen; none: that of the batch stays
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
            List<Preset> presets,
            Optional<Path> folder,
            OptionalDouble speed,
            BooleanProperty album,
            Supplier<Optional<Path>> chooseFolder,
            Supplier<Collection<Path>> taken,
            Disks disks,
            String title,
            String go) {}

    private ExportSheet(Asking asking, Actions actions, ExecutorService workers) {
        this.asking = asking;
        destination = new Destination(form, workers);
        ExportChoice choice = asking.first().choice();
        sheet = new Sheet("export", asking.title(), actions);
        mastering = masteringRows();
        destination.askFolder(
                "export.folder", "export.folder.choose", asking.folder(), asking.chooseFolder());
        destination.askName("export.name", choice.name());
        // Numbers and formats stand at the end.
        destination.showNames("export.names").setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        container =
                form.combo(
                        "export.format",
                        List.of(Container.values()),
                        choice.container(),
                        ExportWords::format);
        depth =
                form.combo(
                        "export.depth", withSource(DEPTHS), choice.bitDepth(), ExportWords::depth);
        rate = form.combo("export.rate", withSource(RATES), choice.sampleRate(), ExportWords::rate);
        ifExists =
                form.combo(
                        "export.exists",
                        List.of(IfExists.values()),
                        choice.ifExists(),
                        ExportWords::exists);
        CheckBox album = Named.labelled(new CheckBox(), "export.album");
        album.selectedProperty().bindBidirectional(asking.album());
        form.below(album);
        album.setVisible(asking.first().mix().isEmpty());
        album.setManaged(album.isVisible());
        sheet.onClosed(
                () -> {
                    album.selectedProperty().unbindBidirectional(asking.album());
                    destination.close();
                });
        go.setId("export.go");
        go.setText(asking.go());
        go.getStyleClass().add("accent");
        go.disableProperty().bind(unknown.or(warning.stops()));
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
        Button cancel = sheet.closing("export.cancel");
        go.setOnAction(
                event -> {
                    Batch batch = batch();
                    sheet.close();
                    onGo.accept(batch);
                });
        sheet.onShortcutEnter(go::fire);
        estimate.setId("export.estimate");
        estimate.getStyleClass().add("quiet");
        sheet.setBody(WIDTH, form.node(), estimate, warning.node());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        sheet.setFoot(space, cancel, go);
        changed();
        sheet.show(over, destination.first());
    }

    private Optional<MasteringChoice> masteringRows() {
        if (asking.presets().isEmpty()) {
            return Optional.empty();
        }
        MasteringChoice choice = new MasteringChoice(asking.presets(), asking.first().preset());
        form.field("export.preset", choice.preset(), choice.preset());
        form.field("export.target", choice.target(), choice.target());
        return Optional.of(choice);
    }

    private void watch() {
        Stream<ObservableValue<?>> chosen =
                Stream.of(
                        container.valueProperty(),
                        depth.valueProperty(),
                        rate.valueProperty(),
                        ifExists.valueProperty());
        destination.onChange(
                this::changed,
                Stream.concat(chosen, mastering.map(MasteringChoice::chosen).stream()));
    }

    private void changed() {
        Optional<String> fault = destination.fault();
        warning.show(Optional.empty());
        unknown.set(true);
        depth.setDisable(container.getValue() == Container.MP3);
        estimate.setText("");
        if (fault.isPresent()) {
            destination.refuse(fault.get());
            return;
        }
        Batch whole = batch();
        destination.ask(
                progress -> Outlook.of(whole, asking.taken().get(), asking.disks(), progress),
                this::show);
    }

    private void show(Outlook outlook) {
        int all = asking.first().sources().size();
        destination.tell(
                ExportWords.names(outlook.planned().stream().limit(SHOWN_NAMES).toList(), all));
        estimate.setText(ExportWords.estimate(outlook, asking.speed()));
        warning.show(outlook.tight());
        unknown.set(false);
    }

    private Batch batch() {
        Batch first = asking.first();
        ExportChoice choice =
                new ExportChoice(
                        destination.template(),
                        container.getValue(),
                        depth.getValue(),
                        rate.getValue(),
                        ifExists.getValue());
        return new Batch(
                first.sources(),
                destination.folder(),
                mastering.map(one -> one.chosen().getValue()).orElse(first.preset()),
                choice,
                asking.album().get(),
                first.former(),
                first.mix());
    }

    private static List<OptionalInt> withSource(List<OptionalInt> values) {
        return Stream.concat(Stream.of(OptionalInt.empty()), values.stream()).toList();
    }
}
