package auralis.app.stems;

import auralis.app.action.Actions;
import auralis.app.export.Destination;
import auralis.app.export.ExportChoice.IfExists;
import auralis.app.export.ExportWords;
import auralis.app.export.SpaceWarning;
import auralis.app.form.Form;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.dsp.separate.Stem;
import auralis.library.export.ExportPlanner.PlannedStems;
import auralis.library.export.OutputFormat.Container;
import auralis.library.export.StemOrder.StemFile;
import auralis.library.export.StemRequest.Clipping;
import auralis.library.export.StemRequest.Rest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Asks which stems of tracks become files, where and how; shows what they will be called. */
public final class StemFilesSheet {
    private static final double WIDTH = 520;
    private static final int SHOWN_NAMES = 6;
    private static final List<Stem> TWO = List.of(Stem.VOCALS, Stem.INSTRUMENTAL);
    private static final List<OptionalInt> DEPTHS =
            Stream.of(0, 16, 24, 32)
                    .map(bits -> bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits))
                    .toList();

    private final List<Path> sources;
    private final Host host;
    private final StemRoad road;
    private final Sheet sheet;
    private final Form form = Form.roomy();
    private final ComboBox<SeparatorChoice> separator;
    private final ComboBox<Boolean> two;
    private final FlowPane stems = new FlowPane();
    private final ComboBox<Container> container;
    private final ComboBox<OptionalInt> depth;
    private final ComboBox<Rest> rest;
    private final ComboBox<Clipping> clipping;
    private final ComboBox<IfExists> ifExists;
    private final Destination destination;
    private final Label estimate = new Label();
    private final SpaceWarning warning = new SpaceWarning();
    private final BooleanProperty useless = new SimpleBooleanProperty(true); // to go on
    private final Button go = Named.labelled(new Button(), "stems.go");

    /**
     * @param separators at least one
     */
    private StemFilesSheet(
            List<Path> sources,
            List<SeparatorChoice> separators,
            Actions actions,
            Host host,
            ExecutorService workers) {
        this.sources = List.copyOf(sources);
        this.host = host;
        this.road = new StemRoad(actions, host, workers);
        StemChoice before = host.stemChoice();
        destination = new Destination(form, workers);
        sheet = new Sheet("stems.sheet", Texts.text("stems.sheet", sources.size()), actions);
        separator =
                form.combo(
                        "stems.separator",
                        separators,
                        SeparatorChoice.proposed(separators, host.preferred()),
                        SeparatorChoice::name);
        two =
                form.combo(
                        "stems.what",
                        List.of(false, true),
                        false,
                        pair -> Texts.text(pair ? "stems.what.two" : "stems.what.each"));
        stems.getStyleClass().add("stem-boxes");
        stems.visibleProperty().bind(two.valueProperty().map(pair -> !pair));
        stems.managedProperty().bind(stems.visibleProperty());
        form.below(stems);
        rest = form.combo("stems.rest", List.of(Rest.values()), before.rest(), StemWords::rest);
        rest.disableProperty().bind(two.valueProperty().map(pair -> !pair));
        destination.askFolder(
                "stems.folder", "stems.folder.choose", host.folder(), host::askFolder);
        destination.askName("stems.name", before.name());
        destination.showNames("stems.names");
        container =
                form.combo(
                        "stems.format",
                        List.of(Container.values()),
                        before.container(),
                        ExportWords::format);
        depth = form.combo("stems.depth", DEPTHS, before.bitDepth(), ExportWords::depth);
        clipping =
                form.combo(
                        "stems.clipping",
                        List.of(Clipping.values()),
                        before.clipping(),
                        StemWords::clipping);
        ifExists =
                form.combo(
                        "stems.exists",
                        List.of(IfExists.values()),
                        before.ifExists(),
                        ExportWords::exists);
        offerStems();
        watch();
    }

    /**
     * @param separators at least one
     */
    public static void show(
            List<Path> sources,
            List<SeparatorChoice> separators,
            Actions actions,
            Host host,
            ExecutorService workers) {
        new StemFilesSheet(sources, separators, actions, host, workers).show();
    }

    private void show() {
        Button cancel = sheet.closing("stems.sheet.cancel");
        go.getStyleClass().add("accent");
        go.disableProperty().bind(useless.or(warning.stops()));
        go.setOnAction(event -> go());
        sheet.onShortcutEnter(go::fire);
        sheet.onClosed(destination::close);
        estimate.setId("stems.estimate");
        estimate.getStyleClass().add("quiet");
        sheet.setBody(WIDTH, form.node(), estimate, warning.node());
        sheet.setFoot(cancel, go);
        changed();
        host.show(sheet, destination.missing().orElse(go));
    }

    private void offerStems() {
        stems.getChildren().clear();
        for (Stem stem : separator.getValue().stems()) {
            CheckBox box = new CheckBox(StemWords.name(stem));
            box.setId("stems.file." + stem.word());
            box.setUserData(stem);
            box.setSelected(true);
            box.selectedProperty().addListener((seen, before, now) -> changed());
            stems.getChildren().add(box);
        }
    }

    private void watch() {
        separator.valueProperty().addListener((seen, before, now) -> offerStems());
        destination.onChange(
                this::changed,
                Stream.of(
                        separator.valueProperty(),
                        two.valueProperty(),
                        container.valueProperty(),
                        depth.valueProperty(),
                        rest.valueProperty(),
                        clipping.valueProperty(),
                        ifExists.valueProperty()));
    }

    private void changed() {
        Optional<String> fault = fault();
        useless.set(true);
        warning.show(Optional.empty());
        depth.setDisable(container.getValue() == Container.MP3);
        estimate.setText("");
        if (fault.isPresent()) {
            destination.refuse(fault.get());
            return;
        }
        StemFiles files = files();
        destination.ask(progress -> files.outlook(host.taken(), progress), this::show);
    }

    private void show(StemFiles.Outlook outlook) {
        List<String> lines = outlook.planned().stream().flatMap(StemFilesSheet::lines).toList();
        destination.tell(ExportWords.first(lines, SHOWN_NAMES));
        long bytes = outlook.bytes();
        estimate.setText(bytes == 0 ? "" : Texts.text("export.size", ExportWords.megabytes(bytes)));
        warning.show(outlook.tight());
        useless.set(outlook.planned().stream().allMatch(PlannedStems::skipped));
    }

    private static Stream<String> lines(PlannedStems planned) {
        if (planned.problem().isPresent()) {
            return planned.problem().stream();
        }
        if (planned.skipped()) {
            String source = String.valueOf(planned.order().source().getFileName());
            return Stream.of(Texts.text("stems.skips", source));
        }
        return planned.order().targets().stream()
                .map(StemFile::file)
                .map(file -> String.valueOf(file.getFileName()));
    }

    private Optional<String> fault() {
        return wanted().isEmpty() ? Optional.of(Texts.text("stems.none")) : destination.fault();
    }

    private List<Stem> wanted() {
        return two.getValue()
                ? TWO
                : stems.getChildren().stream()
                        .map(CheckBox.class::cast)
                        .filter(CheckBox::isSelected)
                        .map(box -> (Stem) box.getUserData())
                        .toList();
    }

    private StemFiles files() {
        return new StemFiles(
                sources,
                separator.getValue().settings(),
                wanted(),
                destination.folder(),
                new StemChoice(
                        destination.template(),
                        container.getValue(),
                        depth.getValue(),
                        rest.getValue(),
                        clipping.getValue(),
                        ifExists.getValue()));
    }

    private void go() {
        StemFiles files = files();
        sheet.close();
        host.keep(files.choice());
        if (separator.getItems().size() > 1) {
            host.prefer(separator.getValue());
        }
        road.go(files);
    }
}
