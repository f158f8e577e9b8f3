package auralis.library;

import auralis.dsp.Progress;
import auralis.library.media.ContentSignature;
import auralis.library.media.Media;
import auralis.library.scan.FileLook;
import auralis.library.tag.TagEdit;
import auralis.library.track.KnownFile;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.ScanProblem;
import auralis.library.track.Track;
import auralis.library.track.TrackStore;
import auralis.library.transcribe.Transcriptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes tags of tracks in their files. Other bytes are another content; the sound is the same, so
 * what was measured goes along, and so does what was written down.
 */
final class TagEdits {
    private final Measuring measuring;
    private final LibraryEvents events;
    private final TrackStore tracks;
    private final StoredAnalyses analyses;
    private final Transcriptions transcriptions;

    TagEdits(
            TrackStore tracks,
            StoredAnalyses analyses,
            Transcriptions transcriptions,
            Measuring measuring,
            LibraryEvents events) {
        this.measuring = measuring;
        this.events = events;
        this.tracks = tracks;
        this.analyses = analyses;
        this.transcriptions = transcriptions;
    }

    /** One file that cannot be written does not stop the others. */
    Retagging apply(Map<Long, TagEdit> edits, Progress progress) throws IOException {
        progress.total(edits.size());
        Map<Long, TagEdit> undo = new LinkedHashMap<>();
        List<ScanProblem> failed = new ArrayList<>();
        boolean stopped = false;
        for (Track track : tracks.get(edits.keySet())) {
            try {
                progress.checkpoint();
                undo.put(track.id(), apply(track, edits.get(track.id())));
            } catch (InterruptedException e) {
                stopped = true;
                break;
            } catch (IOException e) {
                failed.add(new ScanProblem(track.file(), e.getMessage()));
            }
            progress.advance(1);
        }
        events.tell(new LibraryEvent.TracksChanged(tracks.get(undo.keySet())));
        return new Retagging(undo, List.copyOf(failed), stopped);
    }

    private TagEdit apply(Track track, TagEdit edit) throws IOException, InterruptedException {
        String before = ContentSignature.of(track.file());
        TagEdit undo = Media.retag(track.file(), edit);
        String after = ContentSignature.of(track.file());
        analyses.carry(before, after);
        transcriptions.carry(before, after);
        for (KnownFile known : tracks.files(track.file())) {
            tracks.refresh(Map.of(known.id(), FileLook.at(known.file(), known.root())));
        }
        if (track.state() == Track.State.ANALYZED) {
            measuring.isMeasured(track.id(), Progress.NONE);
        }
        return undo;
    }
}
