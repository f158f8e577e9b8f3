package auralis.library.job;

import auralis.library.export.EffectOrder;
import auralis.library.export.ExportOrder;
import auralis.library.export.StemOrder;
import auralis.library.export.TranscriptOrder;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of work that runs in the background, with all that its worker has to know. */
public sealed interface Work {
    /** Masters a file into another. */
    record Master(ExportOrder order) implements Work {
        @Override
        public Path source() {
            return order.source();
        }

        @Override
        public Object essence() {
            return List.of(order.request(), order.album(), order.seen());
        }

        @Override
        public List<Path> targets() {
            return order.target().stream().toList();
        }
    }

    /** Sends a file through effects into another. */
    record Effects(EffectOrder order) implements Work {
        @Override
        public Path source() {
            return order.source();
        }

        @Override
        public Object essence() {
            return List.of(order.request(), order.seen());
        }

        @Override
        public List<Path> targets() {
            return order.target().stream().toList();
        }
    }

    /** Takes a file apart into several. */
    record Separate(StemOrder order) implements Work {
        @Override
        public Path source() {
            return order.source();
        }

        @Override
        public Object essence() {
            return List.of(order.request(), order.seen());
        }

        @Override
        public List<Path> targets() {
            return order.files();
        }
    }

    /** Writes down what is said in a file. */
    record Transcribe(TranscriptOrder order) implements Work {
        @Override
        public Path source() {
            return order.source();
        }

        @Override
        public Object essence() {
            return List.of(order.request(), order.seen());
        }

        @Override
        public List<Path> targets() {
            return order.files();
        }
    }

    /** Measures a file. */
    record Analyse(Path source) implements Work {}

    /** Adds a file, or a folder with all that is in it, to the library. */
    record Scan(Path source) implements Work {}

    /** The file or folder that it is about. */
    Path source();

    /** The same with a note of how its source is now. */
    default Work stamped() {
        if (this instanceof Master master) {
            return new Master(master.order().stamped());
        }
        if (this instanceof Separate separate) {
            return new Separate(separate.order().stamped());
        }
        if (this instanceof Transcribe transcribe) {
            return new Transcribe(transcribe.order().stamped());
        }
        return this instanceof Effects effects ? new Effects(effects.order().stamped()) : this;
    }

    /** All that makes it this work and no other, but for the names that its results get. */
    default Object essence() {
        return this;
    }

    /** The files that are planned for its results; empty where there are none. */
    default List<Path> targets() {
        return List.of();
    }

    /** The word for its kind, in the database and on the command line. */
    default String kind() {
        return Kind.of(this).word;
    }

    /** All kinds by their words. */
    enum Kind {
        MASTER("master", Master.class),
        EFFECTS("effects", Effects.class),
        SEPARATE("separate", Separate.class),
        TRANSCRIBE("transcribe", Transcribe.class),
        ANALYSE("analyse", Analyse.class),
        SCAN("scan", Scan.class);

        private final String word;
        private final Class<? extends Work> type;

        Kind(String word, Class<? extends Work> type) {
            this.word = word;
            this.type = type;
        }

        private static Kind of(Work work) {
            for (Kind kind : values()) {
                if (kind.type.isInstance(work)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind for " + work);
        }

        /**
         * @throws IOException when a newer program wrote it
         */
        static Work read(String word, String payload) throws IOException {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return Json.read(payload, kind.type);
                }
            }
            throw new IOException("This program does not know the work \"" + word + "\".");
        }
    }
}
