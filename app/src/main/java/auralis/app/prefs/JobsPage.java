package auralis.app.prefs;

import auralis.app.form.Form;
import auralis.app.text.Named;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;

/** How work in the background is done. */
final class JobsPage implements Page {
    private static final double TEXT_WIDTH = 470;

    private final ObjectProperty<JobPreferences> preferences;
    private final Form form = Form.roomy();
    private final ComboBox<Integer> atOnce = Named.named(new ComboBox<>(), "prefs.jobs.at.once");

    /**
     * @param canStayAwake whether the system can be asked to
     */
    JobsPage(ObjectProperty<JobPreferences> preferences, boolean canStayAwake) {
        this.preferences = preferences;
        int cores = Runtime.getRuntime().availableProcessors();
        int most = Math.max(cores, preferences.get().jobsAtOnce());
        IntStream.rangeClosed(1, most).forEach(atOnce.getItems()::add);
        preferences.subscribe(now -> atOnce.setValue(now.jobsAtOnce()));
        atOnce.valueProperty().addListener((observed, before, now) -> choose(now));
        form.field("prefs.jobs.at.once", atOnce, atOnce);
        form.whole(Form.hint("prefs.jobs.hint"), TEXT_WIDTH);
        form.whole(
                check("prefs.jobs.resume", JobPreferences::resumes, JobPreferences::withResume),
                TEXT_WIDTH);
        if (canStayAwake) {
            form.whole(
                    check(
                            "prefs.jobs.awake",
                            JobPreferences::keepsAwake,
                            JobPreferences::withStayAwake),
                    TEXT_WIDTH);
        }
        form.whole(
                check(
                        "prefs.jobs.announce",
                        JobPreferences::announces,
                        JobPreferences::withAnnounce),
                TEXT_WIDTH);
        form.whole(
                check("prefs.jobs.chime", JobPreferences::chimes, JobPreferences::withChime),
                TEXT_WIDTH);
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
        return form.node();
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
