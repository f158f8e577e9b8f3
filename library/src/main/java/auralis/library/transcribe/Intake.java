package auralis.library.transcribe;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.dsp.speech.Span;
import auralis.dsp.speech.VoiceActivity;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.separate.SeparationSettings;
import auralis.library.separate.Separations;
import auralis.library.transcribe.engine.SpeechFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is done about a recording before anything is recognised: its sound is laid down as engines
 * hear it, without the music where that is wished for, and cut into pieces. Any thread.
 */
final class Intake {
    private static final long JOURNAL_BYTES = 1 << 20;

    private final Path folder;
    private final ModelStore models;
    private final Separations separations;
    private final Room room;

    /**
     * @param folder on whose disk the work lies
     */
    Intake(Path folder, ModelStore models, Separations separations, Room room) {
        this.folder = folder;
        this.models = models;
        this.separations = separations;
        this.room = room;
    }

    /** How much room the work on a recording takes until it is done, about. */
    long needsBytes(MediaSource media, TranscriptionSettings settings) throws IOException {
        double seconds = media.format().seconds(media.frames().orElse(0));
        long speech = SpeechFile.sampleAt(seconds) * SpeechFile.BYTES;
        long stems = settings.isolateVocals() ? isolation().needsBytes(media) : 0;
        return speech + stems + JOURNAL_BYTES;
    }

    /** By the first model that is here, or by none. */
    private Isolation isolation() throws IOException {
        for (Model model : models.models()) {
            SeparationSettings settings = SeparationSettings.with(model.id());
            if (model.kind() == ModelKind.SEPARATION
                    && separations.stems(settings).contains(Stem.VOCALS)) {
                return new Isolation(separations, settings);
            }
        }
        return new Isolation(separations, SeparationSettings.CLASSIC);
    }

    /**
     * The journal of the work: begun, or the one that an earlier attempt left there.
     *
     * @param work also gets the sound
     * @param progress of the whole work, whose total is told
     */
    Journal journal(Task task, WorkFolder work, Progress progress)
            throws IOException, InterruptedException {
        Optional<Journal> before =
                Files.isRegularFile(work.speech())
                        ? Journal.resume(work.journal(), task.input(), task.parameters())
                        : Optional.empty();
        if (before.isPresent()) {
            double seconds = before.get().header().seconds();
            progress.total(Stage.units(seconds, Stage.LISTENING, Stage.RECOGNISING));
            progress.advance(Stage.units(seconds, Stage.LISTENING));
            return before.get();
        }
        VoiceActivity activity = listen(task, work, progress);
        progress.phase("listening");
        List<Span> voice = activity.voice();
        List<Chunk> chunks =
                task.recogniser().isEmpty()
                        ? List.of()
                        : Cutting.cut(activity, voice, task.chunkSeconds());
        return Journal.begin(
                work.journal(),
                new Journal.Header(
                        task.input(), task.parameters(), activity.seconds(), voice, chunks));
    }

    private VoiceActivity listen(Task task, WorkFolder work, Progress progress)
            throws IOException, InterruptedException {
        Path source = task.source();
        double seconds = require(task);
        AudioSource sound = sound(task, seconds, progress);
        progress.phase("decoding");
        long units = Stage.units(seconds, Stage.LISTENING);
        return Listening.listen(source, sound, work.speech(), progress.part(units));
    }

    /**
     * @return the length of the recording
     */
    private double require(Task task) throws IOException {
        try (MediaSource media = Media.open(task.source())) {
            if (task.settings().isolateVocals()) {
                isolation().require(task.source(), media);
            }
            room.require(task.source(), folder, needsBytes(media, task.settings()));
            return media.format().seconds(media.frames().orElse(0));
        }
    }

    private AudioSource sound(Task task, double seconds, Progress progress)
            throws IOException, InterruptedException {
        if (!task.settings().isolateVocals()) {
            progress.total(Stage.units(seconds, Stage.LISTENING, Stage.RECOGNISING));
            return Media.open(task.source());
        }
        progress.total(Stage.units(seconds, Stage.values()));
        long units = Stage.units(seconds, Stage.ISOLATING);
        return isolation().vocals(task.source(), progress.part(units));
    }
}
