package auralis.app.prefs;

import auralis.app.action.Actions;
import auralis.app.prefs.ModelShelf.Offering;
import auralis.app.sheet.Sheet;
import auralis.app.text.Texts;
import auralis.library.model.Model;
import auralis.library.model.Offer;
import java.nio.file.Path;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What is asked before anything is downloaded or removed. */
final class ModelSheets {
    private static final double WIDTH = 460;

    private final Actions actions;
    private final ModelHost host;

    ModelSheets(Actions actions, ModelHost host) {
        this.actions = actions;
        this.host = host;
    }

    /**
     * Tells all that a download means.
     *
     * @param folder where the models lie
     * @param onAgreed starts it
     */
    void askDownload(Offering offering, Path folder, Runnable onAgreed) {
        Offer offer = offering.offer();
        Sheet sheet = new Sheet("models.consent", offer.title(), actions);
        GridPane facts = new GridPane();
        facts.getStyleClass().addAll("settings", "prefs-form");
        fact(facts, "models.consent.host", ModelWords.hosts(offer));
        fact(facts, "models.consent.size", size(offering));
        fact(facts, "models.consent.licence", ModelWords.licence(offer.licence()));
        fact(facts, "models.consent.folder", folder.toString());
        Label promise = sentence(Texts.text("models.consent.words", ModelWords.hosts(offer)));
        promise.setId("models.consent.words");
        Button go = sheet.answer("models.consent.go", onAgreed);
        go.setText(
                Texts.text(
                        "models.consent.go.size",
                        ModelWords.size(offer.bytes() - offering.arrived())));
        go.setAccessibleText(go.getText());
        ask(sheet, go, sentence(offer.purpose()), facts, promise);
    }

    private static String size(Offering offering) {
        String all = ModelWords.size(offering.offer().bytes());
        return offering.arrived() == 0
                ? all
                : Texts.text("models.consent.rest", all, ModelWords.size(offering.arrived()));
    }

    void askRemoval(Model model, Runnable onAgreed) {
        Sheet sheet = new Sheet("models.removal", Texts.text("models.removal"), actions);
        Label words =
                sentence(
                        Texts.text(
                                "models.removal.words",
                                model.title(),
                                ModelWords.size(model.bytes())));
        Button go = sheet.answer("models.removal.go", onAgreed);
        ask(sheet, go, words);
    }

    void askStemRemoval(long bytes, Runnable onAgreed) {
        Sheet sheet = new Sheet("models.clearing", Texts.text("models.clearing"), actions);
        Label words = sentence(Texts.text("models.clearing.words", ModelWords.size(bytes)));
        Button go = sheet.answer("models.clearing.go", onAgreed);
        ask(sheet, go, words);
    }

    /** The keyboard stands on the way out, so that no second Enter agrees to what was not read. */
    private void ask(Sheet sheet, Button go, Node... content) {
        Button cancel = sheet.closing("models.ask.cancel");
        go.getStyleClass().add("accent");
        sheet.setBody(content);
        sheet.setFoot(cancel, go);
        host.show(sheet, cancel);
    }

    private static void fact(GridPane facts, String key, String words) {
        Label caption = new Label(Texts.text(key));
        caption.getStyleClass().add("quiet");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(caption, VPos.TOP);
        Label value = new Label(words);
        value.setId(key);
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.setMaxWidth(WIDTH - 110);
        GridPane.setHgrow(value, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), caption, value);
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setPrefWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
