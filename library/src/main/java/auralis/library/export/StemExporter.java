package auralis.library.export;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.SummedSource;
import auralis.dsp.separate.SummedSource.Term;
import auralis.library.Library;
import auralis.library.export.StemOrder.StemFile;
import auralis.library.export.StemRequest.Clipping;
import auralis.library.export.StemRequest.Rest;
import auralis.library.export.StreamWriter.Written;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.separate.StemSet;
import auralis.library.separate.Stems;
import auralis.library.track.TrackWarnings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes files apart into files:
 *
 * <pre>decoder → separator → kept stems → sum → gain → rate → dither → encoder</pre>
 *
 * The source is only read; the results have their names only when all of them are complete, read
 * again and measured.
 */
public final class StemExporter {
    /** Of the work on a file, next to {@link #WRITING} for each result. */
    private static final int SEPARATING = 100;

    private static final int WRITING = 10;
    private static final double LOUDEST_DBFS = -0.1;
    private static final int SCAN_FRAMES = 1 << 14;

    private final Library library;
    private final Targets targets;

    /**
     * @param taken what other work is going to write
     */
    public StemExporter(Library library, Taken taken) {
        this.library = library;
        this.targets = new Targets(taken);
    }

    /**
     * Writes the files that were planned, or others where those are no longer right.
     *
     * @param commitment is told the result before the files have their names
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind but kept stems
     */
    public StemResult export(StemOrder order, Progress progress, Commitment<StemResult> commitment)
            throws IOException, InterruptedException {
        try {
            cleanUp(order);
            List<StemFile> files = claim(order);
            return files.isEmpty() && !order.request().isKept()
                    ? StemResult.SKIPPED
                    : export(order, files, progress, commitment);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    /** The files to be written. */
    private List<StemFile> claim(StemOrder order) throws IOException {
        StemRequest request = order.request();
        if (request.isKept()) {
            return List.of();
        }
        List<Stem> stems =
                order.targets().isEmpty()
                        ? request.stems()
                        : order.targets().stream().map(StemFile::stem).toList();
        List<Path> wanted = new ArrayList<>();
        for (Stem stem : stems) {
            wanted.add(Draft.of(request.part(stem), 1).wanted());
        }
        return files(
                stems,
                targets.claim(
                        order.files(),
                        order.files(),
                        wanted,
                        request.ifExists(),
                        request.source()));
    }

    /** Those that are to be written. */
    static List<StemFile> files(List<Stem> stems, List<Optional<Path>> chosen) {
        List<StemFile> files = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i).isPresent()) {
                files.add(new StemFile(stems.get(i), chosen.get(i).get()));
            }
        }
        return files;
    }

    private StemResult export(
            StemOrder order,
            List<StemFile> files,
            Progress progress,
            Commitment<StemResult> commitment)
            throws IOException, InterruptedException {
        StemRequest request = order.request();
        try {
            progress.total(SEPARATING + (long) WRITING * files.size());
            for (StemFile file : files) {
                Draft.of(request.part(file.stem()), 1).prepare(file.file());
            }
            Stems stems =
                    library.separations()
                            .of(request.source(), request.separation(), progress.part(SEPARATING));
            return new Writing(order, stems, progress).write(files, commitment);
        } finally {
            files.forEach(file -> targets.release(file.file()));
        }
    }

    /**
     * Ends an order whose results got their names before that could be told. Where only some of
     * them did, they make room for all.
     *
     * @param remembered what the attempt committed to
     * @return false when the order has to be carried out again
     */
    public boolean isDone(StemOrder order, StemResult remembered) throws IOException {
        List<StemResult.Output> standing = new ArrayList<>();
        for (StemResult.Output output : remembered.outputs()) {
            if (output.stands()) {
                standing.add(output);
            }
        }
        if (standing.size() == remembered.outputs().size() && !order.request().isKept()) {
            cleanUp(order);
            addVersions(order.request(), remembered);
            return true;
        }
        for (StemResult.Output output : standing) {
            Files.delete(output.file());
        }
        return false;
    }

    /** Removes what an attempt left behind whose process was killed. */
    public void cleanUp(StemOrder order) throws IOException {
        for (Path file : order.files()) {
            Media.discardParts(file);
        }
        library.separations().cleanUp(order.source(), order.request().separation());
    }

    private void addVersions(StemRequest request, StemResult result) throws IOException {
        for (StemResult.Output output : result.outputs()) {
            library.addStem(
                    request.source(),
                    output.file(),
                    output.stem(),
                    request.separation(),
                    output.measured().integratedLufs(),
                    output.measured().truePeakDbtp());
        }
    }

    /** The writing of the results of one file. */
    private final class Writing {
        private final StemOrder order;
        private final StemRequest request;
        private final Stems stems;
        private final Progress progress;
        private double gainDb;

        Writing(StemOrder order, Stems stems, Progress progress) {
            this.order = order;
            this.request = order.request();
            this.stems = stems;
            this.progress = progress;
        }

        StemResult write(List<StemFile> files, Commitment<StemResult> commitment)
                throws IOException, InterruptedException {
            gainDb = gainDb(files);
            List<Pending> pending = new ArrayList<>();
            try {
                for (StemFile file : files) {
                    pending.add(new Pending(file, write(file)));
                }
                StemResult result = result(pending);
                commitment.before(result);
                for (Pending one : pending) {
                    one.written.commit();
                }
                addVersions(request, result);
                return result;
            } finally {
                for (Pending one : pending) {
                    one.close();
                }
            }
        }

        private Written write(StemFile file) throws IOException, InterruptedException {
            Draft draft = Draft.of(request.part(file.stem()), 1);
            Encoding encoding = draft.encoding();
            Progress part = progress.part(WRITING);
            try (AudioSource source = ResampledSource.of(open(file.stem()), draft.sampleRate());
                    AudioSource scaled =
                            new SummedSource(
                                    List.of(new Term(source, (float) Decibels.toGain(gainDb))))) {
                part.total(2 * scaled.frames().orElse(0));
                Written written =
                        new StreamWriter(
                                        file.file(),
                                        encoding,
                                        request.source(),
                                        draft.bytes(),
                                        request.ifExists())
                                .write(
                                        scaled,
                                        StreamWriter.dither(
                                                encoding, draft.media(), draft.sampleRate(), false),
                                        0,
                                        part);
                written.say(StemTags.of(request.source(), file.stem()));
                return written;
            }
        }

        /** Mixes hold all that their format does; stems may be louder. */
        private double gainDb(List<StemFile> files) throws IOException, InterruptedException {
            if (request.clipping() == Clipping.NONE
                    || files.isEmpty()
                    || keepsAll(files.get(0).stem())) {
                return 0;
            }
            double peak = 0;
            for (StemFile file : files) {
                peak = Math.max(peak, peak(file.stem()));
            }
            return peak <= 1 ? 0 : LOUDEST_DBFS - Decibels.ofGain(peak);
        }

        private boolean keepsAll(Stem stem) throws IOException {
            Encoding encoding = Draft.of(request.part(stem), 1).encoding();
            return encoding.lossless() && encoding.integerBits().isEmpty();
        }

        private double peak(Stem stem) throws IOException, InterruptedException {
            for (StemSet.Part part : stems.set().parts()) {
                if (part.stem() == stem) {
                    return part.peak();
                }
            }
            float peak = 0;
            try (AudioSource source = open(stem)) {
                AudioBlock block = new AudioBlock(source.format().channels(), SCAN_FRAMES);
                while (source.read(block.all()) >= 0) {
                    progress.checkpoint();
                    peak = Math.max(peak, block.peak());
                }
            }
            return peak;
        }

        private AudioSource open(Stem stem) throws IOException {
            if (stems.set().stems().contains(stem)) {
                return stems.open(stem);
            }
            if (stem != Stem.INSTRUMENTAL && stem != Stem.REST) {
                throw new IOException(
                        stems.set().engine() + " does not separate " + stem.word() + ".");
            }
            Stem without = request.counterpart(stem);
            return request.rest() == Rest.SUBTRACT
                    ? sum(List.of(Media.open(request.source()), stems.open(without)), -1)
                    : others(without);
        }

        private AudioSource others(Stem without) throws IOException {
            List<AudioSource> sources = new ArrayList<>();
            for (Stem other : stems.set().stems()) {
                if (other != without) {
                    sources.add(stems.open(other));
                }
            }
            return sum(sources, 1);
        }

        /** The first, and the others with a gain. */
        private static AudioSource sum(List<? extends AudioSource> sources, float gain) {
            List<Term> terms = new ArrayList<>();
            for (AudioSource source : sources) {
                terms.add(new Term(source, terms.isEmpty() ? 1 : gain));
            }
            return new SummedSource(terms);
        }

        private StemResult result(List<Pending> pending) throws IOException {
            List<StemResult.Output> outputs = new ArrayList<>();
            for (Pending one : pending) {
                outputs.add(
                        new StemResult.Output(
                                one.file.stem(),
                                one.file.file(),
                                one.written.measured(),
                                one.written.content()));
            }
            StemSet set = stems.set();
            return new StemResult(
                    set.engine(),
                    outputs,
                    set.residualDbfs(),
                    gainDb,
                    warnings(),
                    (double) set.frames() / set.sampleRate());
        }

        private List<String> warnings() throws IOException {
            List<String> warnings = new ArrayList<>();
            SourceStamp.changeWarning(order.seen(), request.source()).ifPresent(warnings::add);
            try (AudioSource source = Media.open(request.source())) {
                warnings.addAll(TrackWarnings.of(source.format(), source.damage()));
            }
            if (gainDb < 0) {
                warnings.add(
                        String.format(
                                Locale.ROOT,
                                "All stems are %.1f dB softer, so that none of them clips; 32-bit"
                                        + " WAV keeps their level.",
                                -gainDb));
            }
            for (Stem stem : request.stems()) {
                if (stems.set().stems().contains(stem) && !stems.set().isAudible(stem)) {
                    warnings.add("There are hardly any " + stem.word() + " in it.");
                }
            }
            return warnings;
        }
    }

    /** A result without its name. */
    private record Pending(StemFile file, Written written) implements Closeable {
        @Override
        public void close() throws IOException {
            written.close();
        }
    }
}
