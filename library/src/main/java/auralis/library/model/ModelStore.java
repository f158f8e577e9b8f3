package auralis.library.model;

import auralis.dsp.Progress;
import auralis.library.json.Json;
import auralis.library.media.DiskSpace;
import auralis.library.media.FileHash;
import auralis.library.media.Media;
import auralis.library.model.Inspection.Findings;
import auralis.library.model.Model.ModelFile;
import auralis.library.model.Offer.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models that are here, each in a folder of its own by kind and id. One appears there when all
 * of its files are complete and it was tried. Any thread.
 */
public final class ModelStore {
    private static final String INDEX = "model.json";
    private static final String PART = ".part";

    /** Of what is copied; no id has a dot, so that no download has the same folder. */
    private static final String COPY = ".copy" + PART;

    private static final int CHUNK_BYTES = 1 << 20;

    private final Path folder;
    private final Map<ModelKind, Inspection> inspections;
    private final ModelCatalogue catalogue;

    /**
     * @param folder is made when it is needed
     */
    public ModelStore(Path folder, Map<ModelKind, Inspection> inspections) {
        this.folder = folder;
        this.inspections = Map.copyOf(inspections);
        this.catalogue = new ModelCatalogue(folder);
    }

    /** Where they lie. */
    public Path folder() {
        return folder;
    }

    /** What can be downloaded. */
    public ModelCatalogue catalogue() {
        return catalogue;
    }

    /** All that are here, by their ids. */
    public List<Model> models() throws IOException {
        List<Model> models = new ArrayList<>();
        for (ModelKind kind : ModelKind.values()) {
            Path ofKind = folder.resolve(kind.word());
            if (Files.isDirectory(ofKind)) {
                try (DirectoryStream<Path> all =
                        Files.newDirectoryStream(ofKind, ModelStore::isComplete)) {
                    for (Path one : all) {
                        models.add(read(one));
                    }
                }
            }
        }
        models.sort(Comparator.comparing(Model::id));
        return models;
    }

    private static boolean isComplete(Path one) {
        return Files.isRegularFile(one.resolve(INDEX)) && !one.toString().endsWith(PART);
    }

    private static Model read(Path one) throws IOException {
        return Json.read(Files.readString(one.resolve(INDEX)), Model.class);
    }

    public Optional<Model> find(String id) throws IOException {
        return models().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /**
     * @throws IOException with a sentence when there is none of that id
     */
    public Model require(String id) throws IOException {
        return find(id).orElseThrow(
                        () ->
                                new IOException(
                                        "There is no model \""
                                                + id
                                                + "\". See: auralis models list"));
    }

    /** What an engine opens. */
    public Path path(Model model) {
        return model.path(home(model));
    }

    private Path home(Model model) {
        return home(model.kind(), model.id());
    }

    private Path home(ModelKind kind, String name) {
        return folder.resolve(kind.word()).resolve(name);
    }

    /**
     * Copies a model and tries it, unless the same is here already, whatever it is called.
     *
     * @param from a file, with what belongs to it beside it, or a folder of several
     * @param progress counts bytes
     * @throws IOException with a sentence: which file, what is wrong, what to do; nothing is kept
     * @throws InterruptedException when cancelled; likewise
     */
    public Model importFrom(Path from, ModelKind kind, Progress progress)
            throws IOException, InterruptedException {
        List<Path> files = filesOf(from);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        Optional<Model> here = here(files, bytes, kind, progress);
        if (here.isPresent()) {
            return here.get();
        }
        progress.total(bytes);
        String name = name(from);
        Path part = home(kind, name + COPY);
        try {
            remove(part);
            Files.createDirectories(part);
            DiskSpace.require(part.resolve(INDEX), bytes);
            progress.phase("copying");
            for (Path file : files) {
                copy(file, part.resolve(file.getFileName()), progress);
            }
            return finish(part, kind, name, from.toString(), progress);
        } finally {
            remove(part);
        }
    }

    /** The model of the same content; only where one is as large the files are read. */
    private Optional<Model> here(List<Path> files, long bytes, ModelKind kind, Progress progress)
            throws IOException, InterruptedException {
        List<Model> alike =
                models().stream()
                        .filter(model -> model.kind() == kind && model.bytes() == bytes)
                        .toList();
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        List<String> hashes = new ArrayList<>();
        for (Path file : files) {
            hashes.add(FileHash.sha256(file, progress.uncounted()));
        }
        hashes.sort(Comparator.naturalOrder());
        return alike.stream().filter(model -> hashes(model).equals(hashes)).findFirst();
    }

    private static List<String> hashes(Model model) {
        return model.files().stream().map(ModelFile::sha256).sorted().toList();
    }

    /** The same of a file, even where other files belong to that which is here. */
    public Model obtain(Path file, ModelKind kind, Progress progress)
            throws IOException, InterruptedException {
        if (Files.isRegularFile(file)) {
            String sha256 = FileHash.sha256(file, progress.uncounted());
            for (Model model : models()) {
                if (model.files().stream().anyMatch(known -> known.sha256().equals(sha256))) {
                    return model;
                }
            }
        }
        return importFrom(file, kind, progress);
    }

    private static List<Path> filesOf(Path from) throws IOException {
        if (!Files.exists(from)) {
            throw new IOException(from + ": there is no such file. Look for it elsewhere.");
        }
        Path parent = Files.isDirectory(from) ? from : from.toAbsolutePath().getParent();
        try (Stream<Path> all = Files.list(parent)) {
            List<Path> files =
                    all.filter(Files::isRegularFile)
                            .filter(file -> file.equals(from) || belongs(file, from))
                            .sorted()
                            .toList();
            return files.isEmpty() || files.contains(from) || Files.isDirectory(from)
                    ? files
                    : List.of(from);
        }
    }

    /** Of a folder all that may be a model; beside a file what bears its name. */
    private static boolean belongs(Path file, Path from) {
        String name = file.getFileName().toString();
        if (Files.isDirectory(from)) {
            return !name.startsWith(".");
        }
        String model = from.getFileName().toString();
        return name.equals(model)
                || name.equals(model + ".data")
                || name.equals(stem(model) + ".data")
                || name.equals(stem(model) + ".json");
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** What a model is called that is imported, unless another is called so. */
    private static String name(Path from) {
        String name = from.toAbsolutePath().normalize().getFileName().toString();
        return (Files.isDirectory(from) ? name : stem(name)).replaceAll("[^\\w-]+", "-");
    }

    private String free(String name) throws IOException {
        String id = name;
        for (int n = 2; find(id).isPresent(); n++) {
            id = name + "-" + n;
        }
        return id;
    }

    private static void copy(Path from, Path to, Progress progress)
            throws IOException, InterruptedException {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                out.write(chunk, 0, n);
                progress.advance(n);
                progress.checkpoint();
            }
        } catch (IOException e) {
            throw Media.explainWriting(to, e);
        }
    }

    /**
     * Downloads a model and tries it. Only when the user agreed to it.
     *
     * @param progress counts bytes
     * @throws IOException with a sentence; complete pieces stay for the next try, but for those of
     *     a model that cannot be run
     * @throws InterruptedException when cancelled; all that came stays
     */
    public Model download(Offer offer, Progress progress) throws IOException, InterruptedException {
        requireDownloadable(offer);
        progress.total(offer.bytes());
        Path part = part(offer);
        Files.createDirectories(part);
        progress.phase("downloading");
        for (RemoteFile file : offer.files()) {
            new Download(file, part.resolve(file.name())).run(progress);
        }
        try {
            String origin = offer.files().get(0).url().toString();
            return finish(part, offer.kind(), offer.id(), origin, progress);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException e) {
            remove(part);
            throw e;
        }
    }

    /**
     * @throws IOException with a sentence when it is here, or nobody says where it is
     */
    public void requireDownloadable(Offer offer) throws IOException {
        if (!offer.canBeHad()) {
            throw new IOException(
                    "The list of models does not say where the files of \""
                            + offer.id()
                            + "\" are. Mend it in "
                            + catalogue.file()
                            + ".");
        }
        if (find(offer.id()).isPresent()) {
            throw new IOException(
                    "A model \""
                            + offer.id()
                            + "\" is here already. Remove it first to download another: auralis"
                            + " models remove "
                            + offer.id());
        }
    }

    /** How many bytes of it are here from a download that did not end. */
    public long arrived(Offer offer) {
        return offer.files().stream()
                .mapToLong(file -> part(offer).resolve(file.name()).toFile().length())
                .sum();
    }

    /** Deletes what is here of a download that did not end. */
    public void forget(Offer offer) throws IOException {
        remove(part(offer));
    }

    private Path part(Offer offer) {
        return home(offer.kind(), offer.id() + PART);
    }

    /** Tries what is complete and gives it its place. */
    private Model finish(Path part, ModelKind kind, String name, String origin, Progress progress)
            throws IOException, InterruptedException {
        Inspection inspection = inspections.get(kind);
        if (inspection == null) {
            throw new IOException("Models for " + kind.word() + " cannot be used here.");
        }
        List<ModelFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(part)) {
            for (Path file : all.sorted().toList()) {
                String sha256 = FileHash.sha256(file, progress.uncounted());
                files.add(new ModelFile(file.getFileName().toString(), Files.size(file), sha256));
            }
        }
        Optional<Offer> known = known(files);
        Model draft =
                new Model(
                        name,
                        kind,
                        known.map(Offer::title).orElse(name),
                        known.map(Offer::licence).orElse(""),
                        origin,
                        files,
                        "",
                        List.of(),
                        Instant.now().toString());
        progress.phase("trying");
        Findings findings = inspection.inspect(draft.path(part), progress.uncounted());
        Model model = draft.with(free(name), findings);
        Files.writeString(part.resolve(INDEX), Json.writePretty(model));
        remove(home(model));
        Files.move(part, home(model), StandardCopyOption.ATOMIC_MOVE);
        return model;
    }

    /** The published model that these files are. */
    private Optional<Offer> known(List<ModelFile> files) throws IOException {
        List<String> found =
                files.stream().map(file -> file.sha256().toLowerCase(Locale.ROOT)).toList();
        return catalogue.offers().stream()
                .filter(offer -> !offer.files().isEmpty())
                .filter(
                        offer ->
                                offer.files().stream()
                                        .map(file -> file.sha256().toLowerCase(Locale.ROOT))
                                        .allMatch(found::contains))
                .findFirst();
    }

    /**
     * Compares the files of a model with what they were when it came.
     *
     * @param progress counts bytes
     * @throws IOException with a sentence: which file, what is wrong, what to do
     */
    public void verify(Model model, Progress progress) throws IOException, InterruptedException {
        progress.total(model.bytes());
        for (ModelFile file : model.files()) {
            Path there = home(model).resolve(file.name());
            if (!Files.isRegularFile(there)
                    || Files.size(there) != file.bytes()
                    || !FileHash.sha256(there, progress).equals(file.sha256())) {
                throw new IOException(
                        file.name()
                                + " is no longer the file that was imported. Remove the model \""
                                + model.id()
                                + "\" and import it again.");
            }
        }
    }

    /** Deletes a model. */
    public void remove(Model model) throws IOException {
        remove(home(model));
    }

    private static void remove(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return;
        }
        // Without its index it is none, should the rest fail.
        Files.deleteIfExists(home.resolve(INDEX));
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(home);
    }
}
