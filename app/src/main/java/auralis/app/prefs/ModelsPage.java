package auralis.app.prefs;

import auralis.app.action.Actions;
import auralis.app.browse.DropTarget;
import auralis.app.form.Form;
import auralis.app.prefs.Errand.Kind;
import auralis.app.prefs.Errand.Stage;
import auralis.app.prefs.ModelShelf.Offering;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.model.Model;
import auralis.library.model.Offer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The models: those that are here, those that can be had, and what they leave. */
final class ModelsPage implements Page {
    private static final double WIDTH = 560;
    private static final double LIST_HEIGHT = 300;

    private final ModelShelf shelf;
    private final ModelHost host;
    private final ModelSheets sheets;
    private final StackPane page = new StackPane();
    private final ScrollPane scroll = new ScrollPane();
    private final Label fault = new Label();
    private final VBox here = list();
    private final VBox offered = list();
    private final Label noModels = Form.hint("models.here.none");
    private final Label noOffers = Form.hint("models.offered.none");
    private final Label kept = new Label();
    private final Button importFile = Named.labelled(new Button(), "models.file");
    private final Map<Object, ModelCard> cards = new HashMap<>();

    ModelsPage(ModelShelf shelf, ModelHost host, Actions actions) {
        this.shelf = shelf;
        this.host = host;
        this.sheets = new ModelSheets(actions, host);
        Label basic = Form.hint("models.basic");
        fault.setId("models.fault");
        fault.getStyleClass().add("model-fault");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.textProperty().bind(shelf.fault());
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        VBox content = new VBox(basic, fault, importing(), lists(), stems());
        content.getStyleClass().add("models");
        page.getChildren().add(content);
        page.setPrefWidth(WIDTH);
        page.setMinHeight(0);
        DropTarget.install(
                page,
                List.of(
                        new DropTarget.Offer(
                                "models.drop",
                                "models.drop.more",
                                "mdi2t-tray-arrow-down",
                                this::drop)));
        InvalidationListener look = observed -> show();
        shelf.models().addListener(look);
        shelf.offers().addListener(look);
        shelf.errands().addListener(look);
        shelf.onEnded(this::ended);
        page.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::bringIntoSight);
        show();
    }

    @Override
    public String id() {
        return "prefs.models";
    }

    @Override
    public String icon() {
        return "mdi2c-cube-outline";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public Node first() {
        return importFile;
    }

    @Override
    public void refresh() {
        shelf.refresh();
    }

    @Override
    public void reset() {
        // Models are no choice that the program could suggest.
    }

    @Override
    public boolean resets() {
        return false;
    }

    private Node importing() {
        importFile.setOnAction(event -> host.askModelFile().ifPresent(shelf::importFrom));
        Button folder = Named.labelled(new Button(), "models.folder");
        folder.setOnAction(event -> host.askModelFolder().ifPresent(shelf::importFrom));
        Label drop = Form.hint("models.drop.hint");
        HBox.setHgrow(drop, Priority.ALWAYS);
        importFile.setMinWidth(Region.USE_PREF_SIZE);
        folder.setMinWidth(Region.USE_PREF_SIZE);
        return line(importFile, folder, drop);
    }

    private Node lists() {
        VBox all =
                new VBox(
                        Form.heading("models.here"), here, Form.heading("models.offered"), offered);
        all.getStyleClass().add("models-lists");
        scroll.setContent(all);
        scroll.setId("models.list");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(LIST_HEIGHT);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node stems() {
        Button clear = Named.labelled(new Button(), "models.clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(
                event -> sheets.askStemRemoval(shelf.keptBytes().get(), shelf::removeKeptStems));
        kept.setId("models.kept");
        kept.setWrapText(true);
        kept.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(kept, Priority.ALWAYS);
        shelf.keptBytes()
                .subscribe(
                        bytes -> {
                            clear.setDisable(bytes.longValue() == 0);
                            kept.setText(
                                    bytes.longValue() == 0
                                            ? Texts.text("models.kept.none")
                                            : Texts.text(
                                                    "models.kept",
                                                    ModelWords.size(bytes.doubleValue())));
                        });
        return line(kept, clear);
    }

    // ---- what is shown

    private void show() {
        boolean keyboard = holdsFocus();
        List<Errand> errands = List.copyOf(shelf.errands());
        List<Node> local = new ArrayList<>();
        errands.stream()
                .filter(errand -> errand.kind() == Kind.IMPORT)
                .forEach(errand -> local.add(card(errand, () -> arriving(errand))));
        shelf.models().forEach(model -> local.add(card(model, () -> card(model))));
        if (local.isEmpty()) {
            local.add(noModels);
        }
        List<Node> remote = new ArrayList<>();
        shelf.offers().forEach(one -> remote.add(card(one.offer(), () -> card(one.offer()))));
        if (remote.isEmpty()) {
            remote.add(noOffers);
        }
        set(here, local);
        set(offered, remote);
        cards.values()
                .removeIf(card -> !local.contains(card.node()) && !remote.contains(card.node()));
        shelf.offers().forEach(one -> showArrived(cards.get(one.offer()), one));
        cards.forEach((subject, card) -> card.show(errandOf(subject)));
        if (keyboard && !holdsFocus()) {
            importFile.requestFocus();
        }
    }

    private Node card(Object subject, Supplier<ModelCard> making) {
        return cards.computeIfAbsent(subject, made -> making.get()).node();
    }

    private Optional<Errand> errandOf(Object subject) {
        if (subject instanceof Errand errand) {
            return Optional.of(errand);
        }
        String id =
                subject instanceof Model model
                        ? model.id()
                        : subject instanceof Offer offer ? offer.id() : "";
        return shelf.errands().stream().filter(one -> one.subject().equals(id)).findFirst();
    }

    private ModelCard card(Model model) {
        List<String> facts =
                List.of(
                        ModelWords.makes(model),
                        Texts.text("models.licence", ModelWords.licence(model.licence())),
                        ModelWords.origin(model));
        return new ModelCard(model.id(), model.title(), facts)
                .usual(Texts.text("models.here.state"))
                .with("models.verify", () -> shelf.verify(model))
                .with("models.show", () -> host.showFolder(shelf.folder(model)))
                .with("models.remove", () -> sheets.askRemoval(model, () -> shelf.remove(model)));
    }

    private ModelCard card(Offer offer) {
        List<String> facts =
                Stream.of(
                                offer.purpose(),
                                Texts.text(
                                        "models.offer",
                                        ModelWords.kind(offer.kind()),
                                        ModelWords.size(offer.bytes()),
                                        ModelWords.hosts(offer)),
                                Texts.text("models.licence", ModelWords.licence(offer.licence())))
                        .filter(fact -> !fact.isBlank())
                        .toList();
        return new ModelCard(offer.id(), offer.title(), facts)
                .with("models.forget", () -> shelf.forget(offer))
                .with("models.download", () -> askDownload(offer));
    }

    private static void showArrived(ModelCard card, Offering one) {
        card.usual(arrived(one));
        card.need("models.forget", one.arrived() > 0);
    }

    private void askDownload(Offer offer) {
        shelf.offers().stream()
                .filter(one -> one.offer().equals(offer))
                .findFirst()
                .ifPresent(
                        one -> sheets.askDownload(one, shelf.folder(), () -> shelf.download(one)));
    }

    private static String arrived(Offering offering) {
        return offering.arrived() == 0
                ? ""
                : Texts.text("models.arrived", ModelWords.size(offering.arrived()));
    }

    private ModelCard arriving(Errand errand) {
        return new ModelCard(errand.title(), errand.title(), List.of())
                .onDismiss(() -> shelf.dismiss(errand));
    }

    private static void set(VBox list, List<Node> nodes) {
        if (!list.getChildren().equals(nodes)) {
            list.getChildren().setAll(nodes);
        }
    }

    private boolean holdsFocus() {
        return page.getScene() != null && isWithin(page.getScene().getFocusOwner(), page);
    }

    /** Where the keyboard goes, one looks. */
    private void bringIntoSight(Node focused) {
        if (focused == null || !isWithin(focused, scroll.getContent())) {
            return;
        }
        Bounds at =
                scroll.getContent().sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double shown = scroll.getViewportBounds().getHeight();
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - shown;
        double top = scroll.getVvalue() * hidden;
        if (hidden > 0 && at.getMaxY() > top + shown) {
            scroll.setVvalue((at.getMaxY() - shown) / hidden);
        } else if (hidden > 0 && at.getMinY() < top) {
            scroll.setVvalue(at.getMinY() / hidden);
        }
    }

    private static boolean isWithin(Node node, Node parent) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(at -> at == parent);
    }

    /** Who looks at this page has seen it. */
    private void ended(Errand errand) {
        if (page.getScene() != null) {
            return;
        }
        String words = errand.standing().get().words();
        if (errand.standing().get().stage() == Stage.FAILED) {
            host.problem(words);
        } else {
            host.done(words);
        }
    }

    // ---- what is dropped

    /** What lies beside a model comes with it. */
    void drop(List<Path> files) {
        List<Path> models = files.stream().filter(file -> !belongsToAnother(file)).toList();
        (models.isEmpty() ? files : models).forEach(shelf::importFrom);
    }

    private static boolean belongsToAnother(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".data") || name.endsWith(".json");
    }

    // ---- parts

    private static VBox list() {
        VBox list = new VBox();
        list.getStyleClass().add("models-list");
        return list;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("models-line");
        return line;
    }
}
