package auralis.library.export;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.export.StemOrder.StemFile;
import auralis.library.export.TranscriptOrder.TextTarget;
import auralis.library.media.DiskSpace;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.transcribe.Transcriptions;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides for a whole batch, before anything is written, what each result will be called: no two
 * results get the same name, and none that of a source or of what other work is going to write.
 */
public final class ExportPlanner {

    /**
     * What is going to happen to a file.
     *
     * @param target what the result will be called; empty when it is skipped or refused
     * @param exists whether there is a file of the name that was wished for
     * @param skipped whether there is nothing to do, because of that file
     * @param problem why the file cannot be worked on, as a sentence
     * @param audioSeconds length of the result; empty when unknown
     * @param bytes of the result, about; 0 when unknown
     */
    public record Planned(
            ExportRequest request,
            Optional<Path> target,
            boolean exists,
            boolean skipped,
            Optional<String> problem,
            OptionalDouble audioSeconds,
            long bytes) {

        /**
         * @param album all files of the album in its order; empty: it is mastered by itself
         */
        public ExportOrder order(List<Path> album) {
            return new ExportOrder(request, target, album);
        }
    }

    /** The same of a file that is to be sent through effects. */
    public record PlannedEffect(
            EffectOrder order,
            boolean skipped,
            Optional<String> problem,
            OptionalDouble audioSeconds) {}

    /**
     * What a batch needs on one disk.
     *
     * @param folder the first that results go to on that disk
     * @param neededBytes of all results there, about
     * @param usableBytes that are free now
     */
    public record Room(Path folder, long neededBytes, long usableBytes) {
        public boolean isEnough() {
            return neededBytes <= usableBytes;
        }
    }

    /** What the planning of a request came to. */
    private record Place(Optional<Draft> draft, Optional<Path> target, Optional<String> problem) {
        boolean exists() {
            return draft.isPresent() && Files.exists(draft.get().wanted());
        }

        boolean skipped() {
            return target.isEmpty() && problem.isEmpty();
        }

        OptionalDouble seconds() {
            return draft.isPresent() ? draft.get().seconds() : OptionalDouble.empty();
        }
    }

    private ExportPlanner() {}

    /** What a result would be called without the number that sets it apart from others. */
    public static Path unnumbered(Path target) {
        return Targets.unnumbered(target);
    }

    /**
     * @param requests of one batch, in its order
     * @param taken what other work is going to write
     * @param progress counts files
     */
    public static List<Planned> plan(
            List<ExportRequest> requests, Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        List<Place> places = places(requests, taken, progress);
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Place place = places.get(i);
            planned.add(
                    new Planned(
                            requests.get(i),
                            place.target(),
                            place.exists(),
                            place.skipped(),
                            place.problem(),
                            place.seconds(),
                            place.target().isEmpty() ? 0 : place.draft().orElseThrow().bytes()));
        }
        return planned;
    }

    /** The same for files that are to be sent through effects. */
    public static List<PlannedEffect> planEffects(
            List<EffectRequest> requests, Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        List<Place> places = places(requests, taken, progress);
        List<PlannedEffect> planned = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Place place = places.get(i);
            planned.add(
                    new PlannedEffect(
                            new EffectOrder(requests.get(i), place.target()),
                            place.skipped(),
                            place.problem(),
                            place.seconds()));
        }
        return planned;
    }

    /**
     * The same of a file that is to be taken apart.
     *
     * @param needsBytes of all its files, about
     * @param largestBytes of the largest of them
     */
    public record PlannedStems(
            StemOrder order,
            boolean skipped,
            Optional<String> problem,
            OptionalDouble audioSeconds,
            long needsBytes,
            long largestBytes) {}

    /** The same for files that are to be taken apart. */
    public static List<PlannedStems> planStems(
            List<StemRequest> requests, Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        Targets targets = new Targets(requests.stream().map(StemRequest::source).toList(), taken);
        List<PlannedStems> planned = new ArrayList<>();
        progress.total(requests.size());
        for (StemRequest request : requests) {
            progress.checkpoint();
            planned.add(stems(request, planned.size() + 1, targets));
            progress.advance(1);
        }
        return planned;
    }

    private static PlannedStems stems(StemRequest request, int number, Targets targets) {
        try {
            List<Draft> drafts = new ArrayList<>();
            List<StemFile> wanted = new ArrayList<>();
            for (Stem stem : request.stems()) {
                Draft draft = Draft.of(request.part(stem), number);
                drafts.add(draft);
                wanted.add(new StemFile(stem, draft.wanted()));
            }
            List<StemFile> files =
                    JointPlacing.choose(wanted, targets, request.ifExists(), request.source());
            return new PlannedStems(
                    new StemOrder(request, files),
                    files.isEmpty(),
                    Optional.empty(),
                    drafts.get(0).seconds(),
                    drafts.stream().mapToLong(Draft::bytes).sum(),
                    drafts.stream().mapToLong(Draft::bytes).max().orElse(0));
        } catch (IOException e) {
            return new PlannedStems(
                    new StemOrder(request, List.of()),
                    false,
                    Optional.of(String.valueOf(e.getMessage())),
                    OptionalDouble.empty(),
                    0,
                    0);
        }
    }

    /**
     * The same of a file that is to be transcribed.
     *
     * @param needsBytes on the disk of the data folder while that goes on, about
     */
    public record PlannedTranscript(
            TranscriptOrder order,
            boolean skipped,
            Optional<String> problem,
            OptionalDouble audioSeconds,
            long needsBytes) {}

    /**
     * The same for files that are to be transcribed.
     *
     * @param needs how much room the work on a file takes
     */
    public static List<PlannedTranscript> planTranscripts(
            List<TranscriptRequest> requests,
            Collection<Path> taken,
            Transcriptions needs,
            Progress progress)
            throws IOException, InterruptedException {
        Targets targets =
                new Targets(requests.stream().map(TranscriptRequest::source).toList(), taken);
        List<PlannedTranscript> planned = new ArrayList<>();
        progress.total(requests.size());
        for (TranscriptRequest request : requests) {
            progress.checkpoint();
            planned.add(transcript(request, planned.size() + 1, targets, needs));
            progress.advance(1);
        }
        return planned;
    }

    private static PlannedTranscript transcript(
            TranscriptRequest request, int number, Targets targets, Transcriptions needs) {
        try (MediaSource media = Media.open(request.source())) {
            List<TextTarget> files =
                    JointPlacing.choose(
                            request.wanted(number), targets, request.ifExists(), request.source());
            return new PlannedTranscript(
                    new TranscriptOrder(request, files),
                    files.isEmpty() && !request.isKept(),
                    Optional.empty(),
                    media.frames().isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(media.format().seconds(media.frames().getAsLong())),
                    needs.needsBytes(request.source(), request.settings()));
        } catch (IOException e) {
            return new PlannedTranscript(
                    new TranscriptOrder(request, List.of()),
                    false,
                    Optional.of(String.valueOf(e.getMessage())),
                    OptionalDouble.empty(),
                    0);
        }
    }

    private static List<Place> places(
            List<? extends Request> requests, Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        Targets targets = new Targets(requests.stream().map(Request::source).toList(), taken);
        List<Place> places = new ArrayList<>();
        progress.total(requests.size());
        for (Request request : requests) {
            progress.checkpoint();
            places.add(place(request, places.size() + 1, targets));
            progress.advance(1);
        }
        return places;
    }

    private static Place place(Request request, int number, Targets targets) {
        Optional<Draft> draft = Optional.empty();
        try {
            draft = Optional.of(Draft.of(request, number));
            Optional<Path> target =
                    targets.choose(draft.get().wanted(), request.ifExists(), request.source());
            return new Place(draft, target, Optional.empty());
        } catch (IOException e) {
            return new Place(draft, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** What results need in a folder: the largest lies there twice while it gets its tags. */
    private record Need(Path folder, long bytes, long largestBytes) {}

    /** What a batch needs, disk by disk. */
    public static List<Room> room(List<Planned> batch) throws IOException {
        return rooms(
                batch.stream()
                        .filter(planned -> planned.target().isPresent())
                        .map(ExportPlanner::need)
                        .toList());
    }

    /** The same of files that are to be taken apart; what is kept of them does not count. */
    public static List<Room> stemRoom(List<PlannedStems> batch) throws IOException {
        return rooms(
                batch.stream()
                        .filter(planned -> !planned.order().targets().isEmpty())
                        .map(ExportPlanner::need)
                        .toList());
    }

    private static Need need(Planned planned) {
        return new Need(planned.request().folder(), planned.bytes(), planned.bytes());
    }

    private static Need need(PlannedStems planned) {
        return new Need(
                planned.order().request().folder(), planned.needsBytes(), planned.largestBytes());
    }

    private static List<Room> rooms(List<Need> needs) throws IOException {
        Map<FileStore, List<Need>> disks = new LinkedHashMap<>();
        for (Need need : needs) {
            FileStore disk = DiskSpace.disk(need.folder());
            disks.computeIfAbsent(disk, key -> new ArrayList<>()).add(need);
        }
        List<Room> rooms = new ArrayList<>();
        for (Map.Entry<FileStore, List<Need>> disk : disks.entrySet()) {
            rooms.add(room(disk.getKey(), disk.getValue()));
        }
        return rooms;
    }

    private static Room room(FileStore disk, List<Need> needs) throws IOException {
        long bytes = needs.stream().mapToLong(Need::bytes).sum();
        long largest = needs.stream().mapToLong(Need::largestBytes).max().orElse(0);
        return new Room(needs.get(0).folder(), bytes + largest, disk.getUsableSpace());
    }

    /**
     * What results would be called by a template, whatever is there already.
     *
     * @param requests the first of a batch, in its order; those that cannot be read are left out
     */
    public static List<String> preview(NameTemplate template, List<ExportRequest> requests) {
        List<String> names = new ArrayList<>();
        int number = 0;
        for (ExportRequest request : requests) {
            number++;
            try {
                Draft draft = Draft.of(request.named(template), number);
                names.add(request.folder().relativize(draft.wanted()).toString());
            } catch (IOException e) {
                // What is wrong with it is told where the batch is planned.
                continue;
            }
        }
        return names;
    }
}
