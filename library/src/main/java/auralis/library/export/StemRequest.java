package auralis.library.export;

import auralis.dsp.separate.Stem;
import auralis.library.separate.SeparationSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file to be taken apart, into files or only to be kept for the mixer.
 *
 * @param stems that are wanted, each once; {@code INSTRUMENTAL} is the mix without its vocals,
 *     {@code REST} the mix without the one other stem that is wanted; none: no files are written
 * @param rest how these two are made
 * @param clipping what is done when a stem is louder than the format holds
 * @param folder is made when it is missing
 * @param name of the files; the stem is added where the template does not name it
 * @param root as in {@link ExportRequest}
 */
public record StemRequest(
        Path source,
        Path folder,
        SeparationSettings separation,
        List<Stem> stems,
        Rest rest,
        Clipping clipping,
        OutputFormat output,
        NameTemplate name,
        OverwritePolicy ifExists,
        Optional<Path> root) {
    private static final String STEM = "{stem}";

    /** How the part that is not a stem of its own is made. */
    public enum Rest {
        /** The mix minus the stem: the two add up to the mix. */
        SUBTRACT,
        /** The other stems together. */
        SUM
    }

    /** What is done when a stem is louder than the format holds. */
    public enum Clipping {
        /** All stems of a file are made softer by as much as the loudest needs. */
        RESCALE_ALL,
        /** Nothing; what is too loud is cut off, but in 32-bit WAV. */
        NONE
    }

    public StemRequest {
        stems = List.copyOf(stems);
        if (stems.stream().distinct().count() != stems.size()) {
            throw new IllegalArgumentException("stems " + stems);
        }
        if (stems.contains(Stem.REST) && stems.size() != 2) {
            throw new IllegalArgumentException("the rest of what? " + stems);
        }
    }

    /** Only for the mixer. */
    public static StemRequest kept(Path source, SeparationSettings separation) {
        return new StemRequest(
                source,
                source.toAbsolutePath().getParent(),
                separation,
                List.of(),
                Rest.SUBTRACT,
                Clipping.NONE,
                OutputFormat.AS_SOURCE,
                NameTemplate.SOURCE_NAME,
                OverwritePolicy.SKIP,
                Optional.empty());
    }

    /** Whether no files are wanted. */
    public boolean isKept() {
        return stems.isEmpty();
    }

    /** The stem that the rest is without. */
    Stem counterpart(Stem rest) {
        return rest == Stem.INSTRUMENTAL
                ? Stem.VOCALS
                : stems.stream().filter(stem -> stem != rest).findFirst().orElseThrow();
    }

    /** The request for one of the files. */
    Request part(Stem stem) {
        return new Part(this, stem);
    }

    /** One of the files. */
    record Part(StemRequest whole, Stem stem) implements Request {
        @Override
        public Path source() {
            return whole.source;
        }

        @Override
        public Path folder() {
            return whole.folder;
        }

        @Override
        public OutputFormat output() {
            return whole.output;
        }

        @Override
        public NameTemplate name() {
            String text = whole.name.text();
            return text.contains(STEM) ? whole.name : new NameTemplate(text + "." + STEM);
        }

        @Override
        public OverwritePolicy ifExists() {
            return whole.ifExists;
        }

        @Override
        public Optional<Path> root() {
            return whole.root;
        }
    }
}
