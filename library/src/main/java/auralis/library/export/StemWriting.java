package auralis.library.export;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.SummedSource;
import auralis.dsp.separate.SummedSource.Term;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the stems of one file into files, together: as loud as all of them may be. */
final class StemWriting {
    /** Of the work on a file, for each result. */
    static final int UNITS = 10;

    private static final double LOUDEST_DBFS = -0.1;
    private static final int SCAN_FRAMES = 1 << 14;

    private final StemOrder order;
    private final StemRequest request;
    private final Stems stems;
    private final Progress progress;

    /** By how much the loudest of them is louder than their format holds, in dB. */
    private double excessDb;

    private double gainDb;

    StemWriting(StemOrder order, Stems stems, Progress progress) {
        this.order = order;
        this.request = order.request();
        this.stems = stems;
        this.progress = progress;
    }

    StemResult write(List<StemFile> files, Commitment<StemResult> commitment)
            throws IOException, InterruptedException {
        excessDb = excessDb(files);
        gainDb = request.clipping() == Clipping.NONE || excessDb == 0 ? 0 : LOUDEST_DBFS - excessDb;
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
        Progress part = progress.part(UNITS);
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
    private double excessDb(List<StemFile> files) throws IOException, InterruptedException {
        if (files.isEmpty() || keepsAll(files.get(0).stem())) {
            return 0;
        }
        double peak = 0;
        for (StemFile file : files) {
            peak = Math.max(peak, peak(file.stem()));
        }
        return peak <= 1 ? 0 : Decibels.ofGain(peak);
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
            throw new IOException(stems.set().engine() + " does not separate " + stem.word() + ".");
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
        order.changeWarning().ifPresent(warnings::add);
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
        } else if (excessDb > 0) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "The loudest stem is cut off at full scale, above which it goes by"
                                    + " %.1f dB; 32-bit WAV keeps it whole.",
                            excessDb));
        }
        for (Stem stem : request.stems()) {
            if (stems.set().stems().contains(stem) && !stems.set().isAudible(stem)) {
                warnings.add("Hardly anything went into " + stem.word() + ".");
            }
        }
        return warnings;
    }

    /** A result without its name. */
    private record Pending(StemFile file, Written written) implements Closeable {
        @Override
        public void close() throws IOException {
            written.close();
        }
    }
}
