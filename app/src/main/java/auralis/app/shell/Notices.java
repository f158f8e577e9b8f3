package auralis.app.shell;

import auralis.app.action.History;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Bars that say what is the matter: the library cannot be written, there is no sound (both stay as
 * long as that is so), jobs were interrupted (stays until the user decided), something went wrong
 * (stays until read), something was done and there is more to do (goes by itself).
 */
final class Notices implements History.Report {
    private static final Duration TOAST = Duration.seconds(8);

    private final VBox bars = new VBox();
    private final HBox toast = new HBox();
    private final Label toastText = new Label();
    private final Button toastAction = Named.labelled(new Button(), "toast.undo");
    private final PauseTransition toastEnd = new PauseTransition(TOAST);
    private final HBox readOnly;
    private final Label readOnlyText = new Label();
    private final HBox noSound;
    private final Label noSoundText = new Label();
    private final HBox interrupted;
    private final Label interruptedText = new Label();
    private final Button goOn = Named.labelled(new Button(), "notice.jobs.go");
    private final Button notNow = Named.labelled(new Button(), "notice.jobs.later");
    private final HBox problem;
    private final Label problemText = new Label();

    /**
     * @param chooseOutput has the user choose another device
     */
    Notices(Runnable chooseOutput) {
        noSound = bar("notice.nosound", "mdi2v-volume-off", noSoundText, "amber");
        Button choose = Named.labelled(new Button(), "notice.output");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(event -> chooseOutput.run());
        noSound.getChildren().add(choose);
        problem = bar("notice.problem", "mdi2a-alert-circle-outline", problemText, "red");
        Button dismiss = Named.named(new Button(), "notice.dismiss");
        dismiss.setGraphic(new FontIcon("mdi2c-close"));
        dismiss.getStyleClass().addAll("button-icon", "flat", "tiny");
        dismiss.setOnAction(event -> show(problem, false));
        problem.getChildren().add(dismiss);
        readOnly = bar("notice.readonly", "mdi2l-lock-outline", readOnlyText, "amber");
        interrupted = bar("notice.jobs", "mdi2p-power-plug-off-outline", interruptedText, "amber");
        goOn.setMinWidth(Region.USE_PREF_SIZE);
        notNow.setMinWidth(Region.USE_PREF_SIZE);
        notNow.getStyleClass().add("flat");
        interrupted.getChildren().addAll(goOn, notNow);
        bars.getChildren().addAll(readOnly, noSound, interrupted, problem);
        toast.setId("toast");
        toast.getStyleClass().add("toast");
        toastText.setWrapText(true);
        toastAction.setMinWidth(Region.USE_PREF_SIZE);
        toastAction.managedProperty().bind(toastAction.visibleProperty());
        toastAction.getStyleClass().addAll("flat", "accent");
        toast.getChildren().addAll(toastText, toastAction);
        toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        toast.setVisible(false);
        toastText.setOnMouseClicked(event -> toast.setVisible(false)); // it covers something
        toastEnd.setOnFinished(event -> toast.setVisible(false));
        toastAction.focusedProperty().subscribe(this::stayWhileUsed);
        toast.hoverProperty().subscribe(this::stayWhileUsed);
    }

    /** Stands above the centre. */
    Node bars() {
        return bars;
    }

    /** Floats over the centre. */
    Node toast() {
        return toast;
    }

    /**
     * @param reason why there is no sound; empty hides the bar
     */
    void noSound(String reason) {
        noSoundText.setText(Texts.text("notice.nosound.text", reason));
        show(noSound, !reason.isEmpty());
    }

    /**
     * @param reason why nothing in the library can be changed; empty hides the bar
     */
    void readOnly(String reason) {
        readOnlyText.setText(Texts.text("notice.readonly.text", reason));
        show(readOnly, !reason.isEmpty());
    }

    /**
     * @param count of jobs that were interrupted; 0 hides the bar
     */
    void interrupted(int count, Runnable onGoOn, Runnable onNotNow) {
        interruptedText.setText(Texts.text("notice.jobs.text", count));
        goOn.setOnAction(event -> onGoOn.run());
        notNow.setOnAction(event -> onNotNow.run());
        show(interrupted, count > 0);
    }

    @Override
    public void problem(String sentence) {
        problemText.setText(sentence);
        show(problem, !sentence.isEmpty());
    }

    @Override
    public void done(String sentence) {
        toastAction.setVisible(false);
        tell(sentence);
    }

    @Override
    public void done(String sentence, Runnable undo) {
        done(sentence, "toast.undo", undo);
    }

    /**
     * @param action id and text of the button
     */
    void done(String sentence, String action, Runnable onAction) {
        Named.labelled(toastAction, action);
        toastAction.setOnAction(
                event -> {
                    toast.setVisible(false);
                    onAction.run();
                });
        toastAction.setVisible(true);
        tell(sentence);
    }

    private void tell(String sentence) {
        toastText.setText(sentence);
        toast.setVisible(true);
        toastEnd.playFromStart();
    }

    private void stayWhileUsed() {
        if (toastAction.isFocused() || toast.isHover()) {
            toastEnd.stop();
        } else if (toast.isVisible()) {
            toastEnd.playFromStart();
        }
    }

    private static HBox bar(String id, String icon, Label text, String colour) {
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(new FontIcon(icon), text);
        bar.setId(id);
        bar.getStyleClass().addAll("notice", colour);
        show(bar, false);
        return bar;
    }

    private static void show(Node bar, boolean shown) {
        bar.setVisible(shown);
        bar.setManaged(shown);
    }
}
