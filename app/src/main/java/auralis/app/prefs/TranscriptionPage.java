package auralis.app.prefs;

import auralis.app.form.Form;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.transcribe.remote.Endpoint;
import auralis.library.transcribe.remote.EndpointSettings;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Whether and by which server speech may be recognised elsewhere, and what goes there. */
final class TranscriptionPage implements Page {
    private static final double TEXT_WIDTH = 540;
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final RemoteChoice choice;
    private final Form form = Form.roomy();
    private final CheckBox consent = Named.labelled(new CheckBox(), "prefs.remote.consent");
    private final Label where = Form.hint("prefs.remote.where");
    private final PasswordField key = Named.named(new PasswordField(), "prefs.remote.key");
    private final Button removeKey = Named.labelled(new Button(), "prefs.remote.key.remove");
    private final CheckBox unencrypted = Named.named(new CheckBox(), "prefs.remote.unencrypted");
    private final ComboBox<String> model = Named.named(new ComboBox<>(), "prefs.remote.model");
    private final ComboBox<Integer> atOnce = Named.named(new ComboBox<>(), "prefs.remote.at.once");
    private final Label said = new Label();

    TranscriptionPage(RemoteChoice choice) {
        this.choice = choice;
        form.whole(Form.hint("prefs.remote.hint"), TEXT_WIDTH);
        form.whole(consent, TEXT_WIDTH);
        form.whole(where, TEXT_WIDTH);
        TextField url = text("prefs.remote.url", EndpointSettings::url, EndpointSettings::withUrl);
        url.setPromptText(Texts.text("prefs.remote.url.prompt"));
        form.field("prefs.remote.url", url, url);
        form.field("prefs.remote.key", key, row(key, removeKey));
        unencrypted.setWrapText(true);
        form.whole(unencrypted, TEXT_WIDTH);
        Button load = Named.labelled(new Button(), "prefs.remote.models");
        form.field("prefs.remote.model", model, row(model, load));
        TextField path =
                text("prefs.remote.path", EndpointSettings::path, EndpointSettings::withPath);
        path.setPromptText(Texts.text("prefs.remote.path.prompt"));
        form.field("prefs.remote.path", path, path);
        form.field("prefs.remote.at.once", atOnce, atOnce);
        Button test = Named.labelled(new Button(), "prefs.remote.test");
        form.whole(answer(test), TEXT_WIDTH);
        consents();
        keys();
        modelNames();
        requests();
        load.setOnAction(event -> choice.loadModels());
        test.setOnAction(event -> choice.tryOut());
        choice.kept().subscribe(now -> show(now, load, test));
        choice.busy().subscribe(busy -> show(choice.kept().get(), load, test));
    }

    private void show(EndpointSettings now, Button load, Button test) {
        String host = choice.host().orElse("");
        boolean cannotAsk = host.isEmpty() && !choice.isNamedByEnvironment();
        load.setDisable(cannotAsk || choice.busy().get());
        test.setDisable(cannotAsk || choice.busy().get());
        where.setText(where(now, host));
        removeKey.setDisable(now.key().isEmpty());
        key.setDisable(host.isEmpty());
        key.setPromptText(keyState(now, host));
        boolean asks = choice.isReadableOnTheWay();
        unencrypted.setText(Texts.text("prefs.remote.unencrypted.at", host));
        unencrypted.setVisible(asks);
        unencrypted.setManaged(asks);
    }

    private String where(EndpointSettings now, String host) {
        if (choice.isNamedByEnvironment()) {
            return Texts.text("prefs.remote.where.environment");
        }
        if (!now.consent()) {
            return Texts.text("prefs.remote.where.off");
        }
        return host.isEmpty()
                ? Texts.text("prefs.remote.where")
                : Texts.text("prefs.remote.where.host", host);
    }

    private String keyState(EndpointSettings now, String host) {
        if (choice.isKeyKept()) {
            return Texts.text("prefs.remote.key.kept", host);
        }
        return Texts.text(
                now.key().isPresent() ? "prefs.remote.key.other" : "prefs.remote.key.none");
    }

    private void consents() {
        choice.kept().subscribe(now -> consent.setSelected(now.consent()));
        consent.setOnAction(
                event -> {
                    boolean given = consent.isSelected();
                    choice.change(now -> now.withConsent(given));
                });
        choice.kept().subscribe(now -> unencrypted.setSelected(now.unencryptedKey()));
        unencrypted.setOnAction(
                event -> {
                    boolean agreed = unencrypted.isSelected();
                    choice.change(now -> now.withUnencryptedKey(agreed));
                });
    }

    /** It is kept when it is entered, and not shown again. */
    private void keys() {
        onEntered(
                key,
                entered -> {
                    if (!entered.isBlank()) {
                        key.clear();
                        choice.enterKey(entered);
                    }
                });
        removeKey.setOnAction(event -> choice.removeKey());
    }

    private void modelNames() {
        model.setEditable(true);
        model.setItems(choice.models());
        model.setPromptText(Texts.text("prefs.remote.model.prompt"));
        choice.kept()
                .subscribe(
                        now -> {
                            if (!model.getEditor().isFocused()) {
                                model.setValue(now.model());
                            }
                        });
        model.setOnAction(event -> chooseModel(model.getEditor().getText()));
        model.getEditor()
                .focusedProperty()
                .addListener(
                        (observed, before, focused) -> {
                            if (!focused) {
                                chooseModel(model.getEditor().getText());
                            }
                        });
    }

    private void chooseModel(String name) {
        if (!name.strip().equals(choice.kept().get().model())) {
            choice.change(now -> now.withModel(name));
        }
    }

    private void requests() {
        IntStream.rangeClosed(1, Endpoint.MOST_AT_ONCE).forEach(atOnce.getItems()::add);
        choice.kept().subscribe(now -> atOnce.setValue(now.atOnce()));
        atOnce.setOnAction(
                event -> {
                    int requests = atOnce.getValue();
                    if (requests != choice.kept().get().atOnce()) {
                        choice.change(now -> now.withAtOnce(requests));
                    }
                });
    }

    private Region answer(Button test) {
        test.setMinWidth(Region.USE_PREF_SIZE);
        said.setId("prefs.remote.said");
        said.getStyleClass().add("model-state");
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        said.setMinHeight(Region.USE_PREF_SIZE);
        choice.message().subscribe(now -> tell(now.sentence(), now.failed()));
        choice.busy().subscribe(this::tellBusy);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(test, said);
        row.getStyleClass().add("prefs-row");
        return row;
    }

    private void tell(String sentence, boolean failed) {
        said.setText(sentence);
        said.pseudoClassStateChanged(FAILED, failed);
    }

    private void tellBusy(boolean busy) {
        if (busy) {
            tell(Texts.text("prefs.remote.asking"), false);
        } else if (said.getText().equals(Texts.text("prefs.remote.asking"))) {
            tell("", false);
        }
    }

    private TextField text(
            String id,
            Function<EndpointSettings, String> get,
            BiFunction<EndpointSettings, String, EndpointSettings> with) {
        TextField text = Named.named(new TextField(), id);
        choice.kept()
                .subscribe(
                        now -> {
                            if (!text.isFocused()) {
                                text.setText(get.apply(now));
                            }
                        });
        onEntered(
                text,
                entered -> {
                    if (!entered.strip().equals(get.apply(choice.kept().get()))) {
                        choice.change(now -> with.apply(now, entered));
                    }
                });
        return text;
    }

    private static void onEntered(TextField text, Consumer<String> take) {
        text.setOnAction(event -> take.accept(text.getText()));
        text.focusedProperty()
                .addListener(
                        (observed, before, focused) -> {
                            if (!focused) {
                                take.accept(text.getText());
                            }
                        });
    }

    private static HBox row(Region wide, Region narrow) {
        wide.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(wide, Priority.ALWAYS);
        narrow.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(wide, narrow);
        row.getStyleClass().add("prefs-row");
        return row;
    }

    @Override
    public String id() {
        return "prefs.transcription";
    }

    @Override
    public String icon() {
        return "mdi2t-text-recognition";
    }

    @Override
    public Node node() {
        return form.node();
    }

    @Override
    public Node first() {
        return consent;
    }

    @Override
    public void refresh() {
        choice.refresh();
    }

    @Override
    public void reset() {
        // Which server to trust is no choice that the program could suggest.
    }

    @Override
    public boolean resets() {
        return false;
    }
}
