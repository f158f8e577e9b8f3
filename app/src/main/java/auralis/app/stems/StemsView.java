package auralis.app.stems;

import auralis.app.action.Actions;
import auralis.app.catalogue.Row;
import auralis.app.form.Invitation;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.jobs.Jobs;
import auralis.app.text.Named;
import auralis.library.job.Job;
import auralis.library.job.Work;
import auralis.library.separate.SeparationSettings;
import auralis.library.separate.Separations;
import auralis.library.track.JobState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

/**
 * The place of the stems of one track: an invitation, the page that has it taken apart, or the
 * mixer. A mix lasts as long as the window. FX thread only.
 */
public final class StemsView {
    /** What models are called is up to who made them. */
    private static final double WIDEST_NAME = 280;

    private final Separations separations;
    private final Jobs jobs;
    private final Supplier<List<SeparatorChoice>> choices;
    private final Actions actions;
    private final Host host;
    private final ExecutorService workers;
    private final MixEdits edits;
    private final Latest question;
    private final StackPane place = new StackPane();
    private final Node empty = empty();
    private final ComboBox<SeparatorChoice> separators = new ComboBox<>();
    private final SeparatePage page;
    private final Map<Key, MixedTrack> mixed = new HashMap<>();
    private final Set<MixedTrack> unkept = new LinkedHashSet<>(); // changed a moment ago
    private final PauseTransition keeping = new PauseTransition(Duration.seconds(1));
    private final Set<Long> seen = new HashSet<>(); // jobs that were done when they were looked at
    private Row shown; // null before the first
    private MixerView mixer; // null while there is none
    private boolean choosing; // by the program
    private boolean focusWanted; // as soon as there is something to have it

    private record Key(Path file, SeparationSettings settings) {}

    /**
     * @param choices at least one
     */
    public StemsView(
            Separations separations,
            Jobs jobs,
            Supplier<List<SeparatorChoice>> choices,
            Actions actions,
            Host host,
            ExecutorService workers) {
        this.separations = separations;
        this.jobs = jobs;
        this.choices = choices;
        this.actions = actions;
        this.host = host;
        this.workers = workers;
        edits = new MixEdits(host::perform);
        question = new Latest(workers);
        Named.named(separators, "stems.separator");
        separators.setConverter(words());
        separators.setMaxWidth(WIDEST_NAME);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(separators.valueProperty().map(SeparatorChoice::name));
        separators.setTooltip(whole);
        separators.valueProperty().addListener((observed, before, now) -> chosen());
        page = new SeparatePage(jobs, separators);
        offer();
        keeping.setOnFinished(event -> keep());
        place.setId("stems");
        place.visibleProperty().addListener((observed, before, now) -> appear(now));
        jobs.standing().addListener((observed, before, now) -> follow());
        host.current().addListener((observed, before, now) -> showPlaying());
    }

    public Node node() {
        return place;
    }

    /** Shows the stems of a track, or how to get them. */
    public void show(Row row) {
        boolean same = shown != null && shown.track().id() == row.track().id();
        shown = row;
        if (!same) {
            propose();
        }
        if (!same || mixer == null) {
            look(separators.getValue());
        }
    }

    /** Asks again what can be chosen: a model came or went. */
    public void refresh() {
        if (place.isVisible()) {
            offer();
            if (shown != null && mixer == null) {
                look(separators.getValue());
            }
        }
    }

    public void focus() {
        focusWanted = shown != null && place.getChildren().isEmpty();
        if (mixer != null) {
            mixer.focus();
        } else if (shown != null) {
            page.focus();
        }
    }

    public void close() {
        question.cancel();
        leave();
        keep();
    }

    /** What nobody sees takes no part in the window. */
    private void appear(boolean visible) {
        if (!visible) {
            question.cancel();
            leave();
            place.getChildren().clear();
            return;
        }
        offer();
        if (shown == null) {
            put(empty);
            showPlaying();
        } else {
            look(separators.getValue());
        }
    }

    /** Whoever comes here without a track means the one that is heard. */
    private void showPlaying() {
        if (shown == null && place.isVisible() && host.current().get() != null) {
            show(host.current().get());
        }
    }

    private void offer() {
        SeparatorChoice before = separators.getValue();
        List<SeparatorChoice> all = choices.get();
        choosing = true;
        if (!separators.getItems().equals(all)) {
            separators.getItems().setAll(all);
        }
        separators.setValue(before);
        choosing = false;
        if (mixer == null || !all.contains(before)) {
            propose();
        }
    }

    private void propose() {
        choosing = true;
        separators.setValue(SeparatorChoice.proposed(separators.getItems(), host.preferred()));
        choosing = false;
    }

    private void chosen() {
        if (!choosing && shown != null && separators.getValue() != null) {
            host.prefer(separators.getValue());
            lookOnlyAt(separators.getValue());
        }
    }

    // ---- what there is

    private void look(SeparatorChoice first) {
        ask(first, List.copyOf(separators.getItems()));
    }

    private void lookOnlyAt(SeparatorChoice one) {
        ask(one, List.of(one));
    }

    private void ask(SeparatorChoice first, List<SeparatorChoice> among) {
        Path file = shown.track().file();
        question.ask(
                new FxTask<>(progress -> Found.of(separations, file, first, among))
                        .onResult(found -> found.ifPresentOrElse(this::mix, this::showPage))
                        .onFailure(
                                failure -> {
                                    host.problem(failure.getMessage());
                                    showPage();
                                }));
    }

    private void mix(Found found) {
        Key key = new Key(shown.track().file(), found.separator().settings());
        MixedTrack known = mixed.get(key);
        if (known == null || !known.files().equals(found.stems())) {
            mixed.put(key, renewed(known, found));
        }
        boolean focused = place.isFocusWithin(); // the separators may have it, and move
        choosing = true;
        separators.setValue(found.separator());
        choosing = false;
        leave();
        MixedTrack track = mixed.get(key);
        mixer =
                new MixerView(
                        track,
                        edits,
                        separators.getItems().size() > 1 ? separators : null,
                        () -> writeFiles(track),
                        actions,
                        host,
                        workers);
        mixer.open();
        put(mixer.node(), focused);
    }

    private void writeFiles(MixedTrack track) {
        StemFilesSheet.show(
                List.of(track.row().track().file()),
                List.of(track.separator()),
                actions,
                host,
                workers);
    }

    /** Stems are mixed as before, also those that were made anew. */
    private MixedTrack renewed(MixedTrack known, Found found) {
        MixedTrack renewed = new MixedTrack(shown, found.separator(), found.stems());
        if (known != null && known.stems().equals(renewed.stems())) {
            renewed.set(known.mix());
        } else {
            Path file = shown.track().file();
            SeparationSettings settings = found.separator().settings();
            host.mixes().of(file, settings, renewed.stems()).ifPresent(renewed::set);
        }
        renewed.shown().addListener((observed, before, now) -> changed(renewed));
        return renewed;
    }

    private void changed(MixedTrack track) {
        host.mixed(track);
        if (isHeardAsFile(track) && !track.mix().isNeutral()) {
            host.play(track.row(), track);
        }
        unkept.add(track);
        keeping.playFromStart();
    }

    /** Who mixes what is heard wants to hear the mix. */
    private boolean isHeardAsFile(MixedTrack track) {
        Row open = host.current().get();
        return host.sounding().getValue()
                && host.playing().get() == null
                && open != null
                && open.track().id() == track.row().track().id();
    }

    /** Not at each step of a fader. */
    private void keep() {
        KeptMixes kept = host.mixes();
        for (MixedTrack track : unkept) {
            kept =
                    kept.with(
                            track.row().track().file(),
                            track.separator().settings(),
                            track.stems(),
                            track.mix());
        }
        if (!unkept.isEmpty()) {
            unkept.clear();
            host.keep(kept);
        }
    }

    private void leave() {
        if (mixer != null) {
            mixer.close();
            mixer = null;
        }
    }

    private void put(Node node) {
        put(node, place.isFocusWithin());
    }

    private void put(Node node, boolean focused) {
        if (place.isVisible() && !place.getChildren().equals(List.of(node))) {
            place.getChildren().setAll(node);
            if (focused || focusWanted) {
                focus();
            }
        }
    }

    // ---- what is done about it

    private void showPage() {
        boolean focused = place.isFocusWithin();
        leave();
        page.show(shown.track(), separators.getValue(), job());
        put(page.node(), focused);
    }

    /** The last job about the track, by the separator that is chosen. */
    private Optional<Job> job() {
        SeparationSettings settings = separators.getValue().settings();
        Optional<Job> last = Optional.empty();
        for (Job job : jobs.standing().get().jobs()) {
            boolean meant =
                    job.work().orElse(null) instanceof Work.Separate work
                            && work.source().equals(shown.track().file())
                            && work.order().request().separation().equals(settings);
            if (meant && (last.isEmpty() || last.get().id() < job.id())) {
                last = Optional.of(job);
            }
        }
        return last;
    }

    private void follow() {
        if (shown == null || mixer != null || place.getChildren().isEmpty()) {
            return;
        }
        Optional<Job> job = job();
        if (job.filter(one -> one.state() == JobState.DONE).isPresent()) {
            lookOnce(job.get());
        } else if (place.getChildren().contains(page.node())) {
            page.show(shown.track(), separators.getValue(), job);
        }
    }

    /** Until the mixer is there, the page stays as it is. */
    private void lookOnce(Job done) {
        if (seen.add(done.id())) {
            look(separators.getValue());
        }
    }

    // ---- look

    private static StringConverter<SeparatorChoice> words() {
        return new StringConverter<>() {
            @Override
            public String toString(SeparatorChoice choice) {
                return choice == null ? "" : choice.name();
            }

            @Override
            public SeparatorChoice fromString(String text) {
                throw new UnsupportedOperationException("not edited as text");
            }
        };
    }

    private static Node empty() {
        VBox empty = Invitation.of("mdi2t-tune-vertical", "stems.empty.title", "stems.empty.hint");
        empty.setMinHeight(0);
        empty.setId("stems.empty");
        return empty;
    }
}
