package auralis.app.prefs;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** How work in the background is done. */
final class JobsPage implements Page {
    private static final double TEXT_WIDTH = 470;

    private final ObjectProperty<JobPreferences> preferences;
    private final GridPane form = new GridPane();
    private final ComboBox<Integer> atOnce = Named.named(new ComboBox<>(), "prefs.jobs.at.once");

    /**
     * @param canStayAwake whether the system can be asked to
     */
    JobsPage(ObjectProperty<JobPreferences> preferences, boolean canStayAwake) {
        this.preferences = preferences;
        form.getStyleClass().addAll("settings", "prefs-form");
        int cores = Runtime.getRuntime().availableProcessors();
        int most = Math.max(cores, preferences.get().jobsAtOnce());
        IntStream.rangeClosed(1, most).forEach(atOnce.getItems()::add);
        preferences.subscribe(now -> atOnce.setValue(now.jobsAtOnce()));
        atOnce.valueProperty().addListener((observed, before, now) -> choose(now));
        Label caption = new Label(Texts.text("prefs.jobs.at.once"));
        caption.setLabelFor(atOnce);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.getStyleClass().add("quiet");
        form.addRow(0, caption, atOnce);
        wide(hint());
        wide(check("prefs.jobs.resume", JobPreferences::resumes, JobPreferences::withResume));
        if (canStayAwake) {
            wide(
                    check(
                            "prefs.jobs.awake",
                            JobPreferences::keepsAwake,
                            JobPreferences::withStayAwake));
        }
        wide(check("prefs.jobs.announce", JobPreferences::announces, JobPreferences::withAnnounce));
        wide(check("prefs.jobs.chime", JobPreferences::chimes, JobPreferences::withChime));
    }

    private void choose(int count) {
        if (count != preferences.get().jobsAtOnce()) {
            preferences.set(preferences.get().withAtOnce(count));
        }
    }

    private CheckBox check(
            String id,
            Predicate<JobPreferences> get,
            BiFunction<JobPreferences, Boolean, JobPreferences> with) {
        CheckBox check = Named.labelled(new CheckBox(), id);
        preferences.subscribe(now -> check.setSelected(get.test(now)));
        check.setOnAction(
                event -> preferences.set(with.apply(preferences.get(), check.isSelected())));
        return check;
    }

    private static Label hint() {
        Label hint = new Label(Texts.text("prefs.jobs.hint"));
        hint.getStyleClass().add("prefs-hint");
        hint.setWrapText(true);
        return hint;
    }

    private void wide(Region node) {
        node.setMaxWidth(TEXT_WIDTH);
        node.setPrefWidth(TEXT_WIDTH);
        node.setMinHeight(Region.USE_PREF_SIZE);
        form.add(node, 0, form.getRowCount(), 2, 1);
    }

    @Override
    public String id() {
        return "prefs.jobs";
    }

    @Override
    public String icon() {
        return "mdi2t-tray-full";
    }

    @Override
    public Node node() {
        return form;
    }

    @Override
    public Node first() {
        return atOnce;
    }

    @Override
    public void refresh() {
        atOnce.setValue(preferences.get().jobsAtOnce());
    }

    @Override
    public void reset() {
        preferences.set(JobPreferences.DEFAULT);
    }
}
