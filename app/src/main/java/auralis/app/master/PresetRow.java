package auralis.app.master;

import auralis.app.form.Form;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.dsp.master.Preset;
import auralis.library.preset.Presets;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The preset, the way back to it, and what can be done with the user's own. */
final class PresetRow {
    private final MasteringSession session;
    private final PresetShelf shelf;
    private final Host host;
    private final ComboBox<Preset> combo = Named.named(new ComboBox<>(), "master.preset");
    private final TitleCell chosen = new TitleCell();
    private final Label changed = new Label(Texts.text("preset.changed"));
    private final Button revert = Named.named(new Button(), "master.preset.revert");
    private final MenuButton menu = Named.named(new MenuButton(), "master.preset.menu");
    private final MenuItem rename = item("preset.rename", this::askToRename);
    private final MenuItem delete = item("preset.delete", this::delete);
    private final NameCard card = new NameCard();
    private final HBox row = new HBox(caption(), combo, revert, menu);
    private boolean showing;

    PresetRow(MasteringSession session, PresetShelf shelf, Host host) {
        this.session = session;
        this.shelf = shelf;
        this.host = host;
        dress();
        menu.getItems()
                .addAll(
                        item("preset.save", this::askToSave),
                        rename,
                        delete,
                        new SeparatorMenuItem(),
                        item("preset.import", this::importFile),
                        item("preset.export", this::export));
        shelf.presets().subscribe(this::show);
        shelf.busy().subscribe(menu::setDisable);
        session.preset().subscribe(this::show);
        session.settings().subscribe(now -> showChanged());
        combo.valueProperty().subscribe((before, now) -> choose(now));
        show();
    }

    Node node() {
        return row;
    }

    /** Where a name is asked for; hidden most of the time. */
    Node card() {
        return card.node();
    }

    private Label caption() {
        Label caption = Form.caption(Texts.text("master.preset"), combo);
        caption.getStyleClass().add("caption");
        return caption;
    }

    private void dress() {
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setMinWidth(0);
        combo.setCellFactory(list -> new TitleCell());
        changed.getStyleClass().add("quiet");
        changed.setMinWidth(Region.USE_PREF_SIZE);
        chosen.setContentDisplay(ContentDisplay.RIGHT);
        combo.setButtonCell(chosen);
        HBox.setHgrow(combo, Priority.ALWAYS);
        revert.setGraphic(new FontIcon("mdi2r-restore"));
        revert.getStyleClass().addAll("button-icon", "flat", "tiny");
        revert.managedProperty().bind(revert.visibleProperty());
        revert.setOnAction(event -> session.settings().set(session.preset().get().settings()));
        menu.setGraphic(new FontIcon("mdi2d-dots-horizontal"));
        menu.getStyleClass().addAll("button-icon", "flat", "tiny", "no-arrow");
        row.getStyleClass().addAll("value-row", "preset-row");
    }

    private static MenuItem item(String key, Runnable onAction) {
        MenuItem item = new MenuItem(Texts.text(key));
        item.setId("master." + key);
        item.setOnAction(event -> onAction.run());
        return item;
    }

    private void choose(Preset preset) {
        if (!showing && preset != null) {
            session.preset().set(preset);
        }
    }

    private void show() {
        Preset preset = session.preset().get();
        showing = true;
        if (!combo.getItems().equals(shelf.presets())) {
            combo.getItems().setAll(shelf.presets());
        }
        combo.setValue(preset);
        showing = false;
        showChanged();
        rename.setDisable(Presets.isFactory(preset.name()));
        delete.setDisable(Presets.isFactory(preset.name()));
        String description = preset.description();
        combo.setTooltip(description.isEmpty() ? null : new Tooltip(description));
    }

    /** Beside the name, so that a long one leaves room for it. */
    private void showChanged() {
        Preset preset = session.preset().get();
        boolean differs = !session.settings().get().equals(preset.settings());
        revert.setVisible(differs);
        chosen.setGraphic(differs ? changed : null);
        String key = differs ? "preset.spoken.changed" : "preset.spoken";
        combo.setAccessibleText(Texts.text(key, preset.title()));
    }

    private void askToSave() {
        Preset now = session.preset().get();
        boolean factory = Presets.isFactory(now.name());
        ask(
                new NameCard.Question(
                        Texts.text("preset.save.title"),
                        factory ? Texts.text("preset.suggestion", now.title()) : now.title(),
                        Texts.text("preset.save.take"),
                        shelf::isOwn,
                        this::save));
    }

    private void save(String name, Consumer<String> problem) {
        Preset from = session.preset().get();
        String description = Presets.isFactory(from.name()) ? "" : from.description();
        shelf.save(name, description, session.settings().get(), named(problem));
    }

    private void askToRename() {
        Preset now = session.preset().get();
        ask(
                new NameCard.Question(
                        Texts.text("preset.rename.title", now.title()),
                        now.title(),
                        Texts.text("preset.rename.take"),
                        name -> false,
                        (name, problem) -> shelf.rename(now, name, named(problem))));
    }

    private void ask(NameCard.Question question) {
        card.ask(question, combo::requestFocus);
    }

    /** The settings go by the new name from now on, and stay as they are. */
    private PresetShelf.Answer named(Consumer<String> problem) {
        return new PresetShelf.Answer(
                preset -> {
                    session.name(preset);
                    card.close();
                },
                problem);
    }

    /** What is heard stays; it is called a change of the first preset from now on. */
    private void delete() {
        Preset deleted = session.preset().get();
        shelf.delete(
                deleted,
                answer(
                        gone -> {
                            session.name(shelf.presets().get(0));
                            host.done(
                                    Texts.text("toast.preset.deleted", deleted.title()),
                                    () -> bringBack(deleted));
                        }));
    }

    private void bringBack(Preset deleted) {
        Preset since = session.preset().get();
        boolean untouched = since.equals(shelf.presets().get(0));
        shelf.save(
                deleted.name(),
                deleted.description(),
                deleted.settings(),
                answer(
                        back -> {
                            if (untouched) {
                                session.name(back);
                            }
                        }));
    }

    private void importFile() {
        host.askPresetToImport()
                .ifPresent(file -> shelf.importFrom(file, answer(session.preset()::set)));
    }

    /** What is heard, so with all changes. */
    private void export() {
        Preset heard = session.wanted();
        host.askPresetFile(heard.title() + ".json")
                .ifPresent(file -> shelf.exportTo(heard, file, answer(preset -> exported(file))));
    }

    private void exported(Path file) {
        host.done(Texts.text("toast.preset.exported", file));
    }

    private PresetShelf.Answer answer(Consumer<Preset> done) {
        return new PresetShelf.Answer(done, host::problem);
    }

    private static final class TitleCell extends ListCell<Preset> {
        @Override
        protected void updateItem(Preset preset, boolean empty) {
            super.updateItem(preset, empty);
            setText(empty || preset == null ? "" : preset.title());
        }
    }
}
