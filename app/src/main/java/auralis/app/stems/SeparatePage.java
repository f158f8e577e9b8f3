package auralis.app.stems;

import auralis.app.jobs.JobWords;
import auralis.app.jobs.Jobs;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.export.StemOrder;
import auralis.library.export.StemRequest;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.track.JobState;
import auralis.library.track.Track;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a track has no stems yet: has it taken apart, and shows how that goes. FX thread only. */
final class SeparatePage {
    private static final Set<JobState> BROKEN = EnumSet.of(JobState.FAILED, JobState.INTERRUPTED);
    private static final double WIDTH = 440;
    private static final double ROOMY = 400;
    private static final double BAR = 8;

    private final Jobs jobs;
    private final ComboBox<SeparatorChoice> separators;
    private final Label title = new Label();
    private final Label quality = new Label();
    private final Label state = new Label();
    private final ProgressBar progress = Named.named(new ProgressBar(), "stems.progress");
    private final Button begin = Named.labelled(new Button(), "stems.begin");
    private final Button cancel = Named.labelled(new Button(), "stems.cancel");
    private final HBox choosing = new HBox();
    private final VBox page = new VBox();
    private Track track;
    private SeparatorChoice chosen;
    private Optional<Job> job = Optional.empty();

    /**
     * @param separators in which one chooses how
     */
    SeparatePage(Jobs jobs, ComboBox<SeparatorChoice> separators) {
        this.jobs = jobs;
        this.separators = separators;
        title.setId("stems.page.title");
        title.getStyleClass().add("empty-title");
        title.setAlignment(Pos.CENTER);
        Label hint = wrapped("stems.hint", "empty-hint");
        quality.setId("stems.quality");
        centre(quality, "quiet");
        state.setId("stems.state");
        centre(state, "stem-state");
        progress.setMinSize(WIDTH, BAR);
        progress.setMaxSize(WIDTH, BAR);
        begin.getStyleClass().add("accent");
        begin.setOnAction(event -> begin());
        cancel.setOnAction(event -> job.ifPresent(one -> jobs.cancel(List.of(one.id()))));
        Label caption = new Label(Texts.text("stems.separator"));
        caption.setLabelFor(separators);
        choosing.getChildren().addAll(caption, separators);
        choosing.getStyleClass().add("stem-choosing");
        for (Node node : List.of(choosing, quality, state, progress, begin, cancel)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        StackPane disc = new StackPane(new FontIcon("mdi2t-tune-vertical"));
        disc.getStyleClass().add("empty-icon");
        HBox buttons = new HBox(begin, cancel);
        buttons.getStyleClass().add("empty-buttons");
        page.getChildren().addAll(disc, title, hint, choosing, quality, state, progress, buttons);
        // In a low window there is room for what can be done only.
        disc.visibleProperty().bind(page.heightProperty().greaterThan(ROOMY));
        disc.managedProperty().bind(disc.visibleProperty());
        page.setMinHeight(0);
        page.setId("stems.page");
        page.getStyleClass().addAll("empty-state", "stem-page");
    }

    Node node() {
        return page;
    }

    void focus() {
        (begin.isVisible() ? begin : cancel).requestFocus();
    }

    /**
     * @param latest what is being done about it, or was done
     */
    void show(Track shown, SeparatorChoice separator, Optional<Job> latest) {
        track = shown;
        chosen = separator;
        job = latest;
        boolean goesOn = latest.isPresent() && isGoingOn(latest.get());
        boolean broken = latest.filter(one -> BROKEN.contains(one.state())).isPresent();
        boolean keyboard = begin.isFocused() || cancel.isFocused();
        title.setText(Texts.text(goesOn ? "stems.page.busy" : "stems.page", shown.title()));
        quality.setText(separator.sentence());
        if (separators.getParent() != choosing) {
            choosing.getChildren().add(separators); // from the mixer, which had it meanwhile
        }
        choosing.setVisible(!goesOn);
        quality.setVisible(!goesOn && !broken);
        state.setVisible(goesOn || broken);
        state.getStyleClass().remove("stem-failed");
        progress.setVisible(goesOn);
        begin.setVisible(!goesOn);
        cancel.setVisible(goesOn);
        begin.setText(Texts.text(broken ? "stems.retry" : "stems.begin"));
        latest.filter(one -> goesOn || broken).ifPresent(this::tell);
        if (keyboard) {
            focus();
        }
    }

    private void tell(Job latest) {
        if (BROKEN.contains(latest.state())) {
            boolean failed = latest.state() == JobState.FAILED;
            state.setText(failed ? JobWords.reason(latest) : JobWords.state(latest));
            state.getStyleClass().add("stem-failed");
            return;
        }
        boolean runs = latest.state() == JobState.RUNNING;
        progress.setProgress(latest.stored().fraction());
        String words =
                runs
                        ? Texts.text(
                                "stems.progress.words",
                                JobWords.state(latest),
                                JobWords.percent(latest))
                        : JobWords.state(latest);
        String left = JobWords.about(latest.left());
        state.setText(left.isEmpty() || !runs ? words : words + " · " + left);
    }

    private static boolean isGoingOn(Job job) {
        return !job.state().ended() && job.state() != JobState.INTERRUPTED;
    }

    /** What failed is tried again as the same job. */
    private void begin() {
        Optional<Job> broken = job.filter(one -> BROKEN.contains(one.state()));
        if (broken.filter(one -> one.state() == JobState.FAILED).isPresent()) {
            jobs.retry(List.of(broken.get().id()));
        } else if (broken.isPresent()) {
            jobs.resumeInterrupted();
        } else {
            StemRequest request = StemRequest.kept(track.file(), chosen.settings());
            Work work = new Work.Separate(new StemOrder(request, List.of()));
            jobs.add(List.of(new JobQueue.Order(work, track.seconds())));
        }
    }

    private static Label wrapped(String key, String style) {
        Label label = new Label(Texts.text(key));
        centre(label, style);
        return label;
    }

    private static void centre(Label label, String style) {
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMaxWidth(WIDTH);
        label.setAlignment(Pos.CENTER);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }
}
