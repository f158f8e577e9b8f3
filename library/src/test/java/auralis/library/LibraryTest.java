package auralis.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Progress;
import auralis.dsp.analysis.Glance;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.library.db.Database;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.preset.Presets;
import auralis.library.search.Query;
import auralis.library.tag.TagEdit;
import auralis.library.track.Activity;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Presence;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facade over the true parts, with files of sound that are short. */
class LibraryTest {
    @TempDir Path folder;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        Path data = folder.resolve("data");
        library = new Library(Database.open(data.resolve("auralis.db")), data);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    @Test
    void theMostSimilarComesFirstAndSaysWhy() throws Exception {
        long low = add("low", 200, 0.1);
        long lowToo = add("low too", 210, 0.1);
        long high = add("high", 3000, 0.1);
        assertThatThrownBy(() -> library.similar(low, 5))
                .hasMessageContaining("has not been measured yet");
        assertThat(library.measuring().rest(Progress.NONE)).isZero();
        List<SimilarTrack> similar = library.similar(low, 5);
        assertThat(similar).extracting(found -> found.track().id()).containsExactly(lowToo, high);
        assertThat(similar.get(0).why()).isNotEmpty();
        library.remove(List.of(lowToo));
        assertThat(library.similar(low, 5)).hasSize(1);
        library.restore(List.of(lowToo));
        assertThat(library.similar(low, 5)).hasSize(2);
    }

    @Test
    void aGlanceIsNotStoredAndTheAnalysisGoesBeforeIt() throws Exception {
        Path file = Sounds.tone(folder.resolve("music/tone.wav"), 1000, 0.1);
        Heard first = new Heard();
        Heard second = new Heard();
        Measurements glance = library.glance(file, first);
        assertThat(glance).isInstanceOf(Glance.class);
        assertThat(library.glance(file, second)).isEqualTo(glance);
        assertThat(first.frames).isPositive().isEqualTo(second.frames);
        assertThat(folder.resolve("data/fingerprints")).doesNotExist();
        TrackAnalysis analysis = library.analysis(file, Progress.NONE);
        Heard third = new Heard();
        assertThat(library.glance(file, third)).isEqualTo(analysis);
        assertThat(third.frames).isZero();
    }

    @Test
    void aGlanceAtWhatIsNoSoundSaysSo() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.wav"), "no sound at all");
        assertThatThrownBy(() -> library.glance(text, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.wav");
    }

    @Test
    void whatIsMeasuredIsFoundByItsLoudness() throws Exception {
        long quiet = add("quiet", 1000, 0.01);
        add("loud", 1000, 0.5);
        library.measuring().rest(Progress.NONE);
        assertThat(library.search(Query.parse("lufs:<-30"), TrackOrder.ADDED, false))
                .containsExactly(quiet);
        assertThat(library.tracks()).allMatch(track -> track.state() == Track.State.ANALYZED);
        assertThat(library.measuring().rest(Progress.NONE)).isZero();
    }

    @Test
    void measuringTellsHowFarItIsAndWhatFailed() throws Exception {
        add("a", 500, 0.1);
        Path broken = folder.resolve("broken.wav");
        Files.writeString(broken, "RIFF and then nothing of sound");
        library.add(List.of(broken), Progress.NONE);
        BlockingQueue<Activity> told = new LinkedBlockingQueue<>();
        listen(told);
        library.measuring().start();
        Activity end = awaitState(told, Activity.State.ENDED);
        assertThat(end.done()).isEqualTo(2);
        assertThat(end.total()).isEqualTo(2);
        assertThat(end.problems()).isEqualTo(1);
        Track failed = library.track(broken).orElseThrow();
        assertThat(failed.state()).isEqualTo(Track.State.FAILED);
        assertThat(failed.problem().orElseThrow()).contains("broken.wav");
    }

    @Test
    void aPauseHoldsOverARestartAndNothingIsLost() throws Exception {
        library.measuring().pause(true);
        long id = add("a", 500, 0.1);
        BlockingQueue<Activity> told = new LinkedBlockingQueue<>();
        library.measuring().start();
        library.close();
        open();
        listen(told);
        library.measuring().start();
        library.measuring().pause(true);
        awaitState(told, Activity.State.PAUSED);
        assertThat(library.tracks(List.of(id)).get(0).state()).isEqualTo(Track.State.NEW);
        library.measuring().pause(false);
        awaitState(told, Activity.State.ENDED);
        assertThat(library.tracks(List.of(id)).get(0).state()).isEqualTo(Track.State.ANALYZED);
    }

    @Test
    void aMasterIsAVersionOfItsTrack() throws Exception {
        long id = add("a", 500, 0.1);
        Path source = library.tracks(List.of(id)).get(0).file();
        ExportResult result =
                new Exporter(library, List.of(source))
                        .export(
                                new ExportRequest(
                                        source,
                                        folder.resolve("masters"),
                                        Presets.factory().get(0),
                                        new OutputFormat(
                                                OutputFormat.Container.WAV,
                                                OptionalInt.of(24),
                                                OptionalInt.empty()),
                                        NameTemplate.SOURCE_NAME,
                                        OverwritePolicy.NUMBER),
                                Progress.NONE);
        Track track = library.tracks(List.of(id)).get(0);
        assertThat(track.versions()).isEqualTo(1);
        assertThat(library.versions().of(id).get(0).file())
                .isEqualTo(result.output().orElseThrow());
        assertThat(library.versions().of(id).get(0).integratedLufs())
                .isEqualTo(result.after().orElseThrow().integratedLufs());
        assertThat(library.search(Query.parse("mastered:yes"), TrackOrder.ADDED, false))
                .containsExactly(id);
    }

    @Test
    void tagsChangeInTheFileAndWhatWasMeasuredStays() throws Exception {
        long id = add("a", 500, 0.1);
        library.measuring().rest(Progress.NONE);
        Track before = library.tracks(List.of(id)).get(0);
        Retagging done =
                library.retag(
                        Map.of(id, TagEdit.NONE.with("title", "Glass River").with("year", "1999")),
                        Progress.NONE);
        assertThat(done.failed()).isEmpty();
        Track after = library.tracks(List.of(id)).get(0);
        assertThat(after.title()).isEqualTo("Glass River");
        assertThat(after.measured()).isEqualTo(before.measured());
        assertThat(after.state()).isEqualTo(Track.State.ANALYZED);
        assertThat(library.measuring().rest(Progress.NONE)).isZero();
        assertThat(library.search(Query.parse("glass year:1999"), TrackOrder.ADDED, false))
                .containsExactly(id);
        library.retag(done.undo(), Progress.NONE);
        assertThat(library.tracks(List.of(id)).get(0).tags()).isEqualTo(before.tags());
    }

    @Test
    void aFileThatCannotBeRetaggedIsNamedAndTheOthersAreDone() throws Exception {
        long gone = add("gone", 500, 0.1);
        long there = add("there", 600, 0.1);
        Files.delete(folder.resolve("gone.wav"));
        TagEdit edit = TagEdit.NONE.with("artist", "Ana Ko");
        Retagging done = library.retag(Map.of(gone, edit, there, edit), Progress.NONE);
        assertThat(done.failed()).hasSize(1);
        assertThat(done.failed().get(0).reason()).contains("gone.wav");
        assertThat(done.undo()).containsOnlyKeys(there);
        assertThat(library.tracks(List.of(there)).get(0).artist()).isEqualTo("Ana Ko");
    }

    @Test
    void gainsBringTracksAndAlbumsToOneLoudness() throws Exception {
        long quiet = add("quiet", 1000, 0.05);
        long loud = add("loud", 1000, 0.2);
        long alone = add("alone", 1000, 0.1);
        TagEdit album = TagEdit.NONE.with("album", "Rivers").with("artist", "Ana Ko");
        library.retag(Map.of(quiet, album, loud, album), Progress.NONE);
        library.measuring().rest(Progress.NONE);
        Map<Long, TrackGain> gains = new HashMap<>();
        library.gains(Query.ALL, -18).forEach(gain -> gains.put(gain.track().id(), gain));
        for (TrackGain gain : gains.values()) {
            double lufs = gain.track().integratedLufs().getAsDouble();
            assertThat(gain.trackDb().getAsDouble()).isCloseTo(-18 - lufs, within(1e-9));
        }
        assertThat(gains.get(alone).albumDb()).isEmpty();
        assertThat(gains.get(quiet).albumDb()).isEqualTo(gains.get(loud).albumDb());
        assertThat(gains.get(loud).albumDb().getAsDouble())
                .isBetween(
                        gains.get(loud).trackDb().getAsDouble(),
                        gains.get(quiet).trackDb().getAsDouble());
    }

    @Test
    void aFileThatIsGoneIsMissingAndNotFailed() throws Exception {
        long id = add("gone", 500, 0.1);
        Files.delete(folder.resolve("gone.wav"));
        assertThat(library.measuring().rest(Progress.NONE)).isEqualTo(1);
        Track track = library.tracks(List.of(id)).get(0);
        assertThat(track.presence()).isEqualTo(Presence.MISSING);
        assertThat(track.state()).isEqualTo(Track.State.NEW);
        assertThat(track.problem()).isEmpty();
    }

    private void listen(BlockingQueue<Activity> told) {
        library.onEvent(
                event -> {
                    if (event instanceof LibraryEvent.ActivityChanged changed
                            && changed.activity().kind() == Activity.Kind.ANALYSIS) {
                        told.add(changed.activity());
                    }
                });
    }

    private static Activity awaitState(BlockingQueue<Activity> told, Activity.State state)
            throws InterruptedException {
        List<Activity> seen = new ArrayList<>();
        while (true) {
            Activity next = told.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("after %s", seen).isNotNull();
            seen.add(next);
            if (next.state() == state) {
                return next;
            }
        }
    }

    /** Adds a tone and answers its id. */
    private long add(String name, double hertz, double level) throws Exception {
        Path file = Sounds.tone(folder.resolve(name + ".wav"), hertz, level);
        library.add(List.of(file), Progress.NONE);
        return library.track(file).orElseThrow().id();
    }

    private static final class Heard extends QuietProgress {
        private long frames;

        @Override
        public void advance(long units) {
            frames += units;
        }

        @Override
        public void checkpoint() {}
    }
}
