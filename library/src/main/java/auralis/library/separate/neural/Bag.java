package auralis.library.separate.neural;

import auralis.dsp.separate.Stem;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of models that work together. Its {@code bag.json} names them, with a row of weights for
 * each in the order of its stems:
 *
 * <pre>{"models": ["a.onnx", "b.onnx"], "weights": [[1, 0, 0, 0], [0, 1, 1, 1]]}</pre>
 *
 * Without it, all that are there count; one whose name speaks of a stem counts for that stem alone,
 * if there is one for each.
 */
final class Bag {
    private static final String LIST = "bag.json";
    private static final int MOST = 16;

    private record Listed(List<String> models, Optional<List<List<Double>>> weights) {}

    private final Path folder;
    private final List<Path> files;
    private final Optional<List<List<Double>>> weights;

    private Bag(Path folder, List<Path> files, Optional<List<List<Double>>> weights)
            throws IOException {
        this.folder = folder;
        this.files = files;
        this.weights = weights;
        if (files.isEmpty()) {
            throw failure("has no .onnx file in it. Choose the folder that has");
        }
        if (files.size() > MOST) {
            throw failure("has more than " + MOST + " models in it. Choose one of them");
        }
        if (weights.isPresent() && weights.get().size() != files.size()) {
            throw failure("needs a row of weights for each model. Correct its " + LIST);
        }
    }

    static Bag of(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return new Bag(folder, onnxFiles(folder), Optional.empty());
        }
        Listed listed = read(list);
        List<Path> files = new ArrayList<>();
        for (String name : listed.models()) {
            Path file = folder.resolve(name).normalize();
            if (!folder.normalize().equals(file.getParent())) {
                throw new IOException(
                        list + " names " + name + ", which is not in its folder. Correct it.");
            }
            files.add(file);
        }
        return new Bag(folder, files, listed.weights());
    }

    private static Listed read(Path list) throws IOException {
        try {
            Listed listed = Json.read(Files.readString(list), Listed.class);
            if (listed.models() != null) {
                return listed;
            }
        } catch (IOException e) {
            throw new IOException(list + " cannot be read: " + e.getMessage() + ". Correct it.", e);
        }
        throw new IOException(list + " names no models. Add them: {\"models\": [\"a.onnx\"]}.");
    }

    private static List<Path> onnxFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.onnx")) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private IOException failure(String problem) {
        return new IOException(folder.getFileName() + " " + problem + ".");
    }

    List<Path> files() {
        return files;
    }

    ModelContract contract(int sampleRate, List<ModelPart> parts) throws IOException {
        List<ModelPart> weighted = new ArrayList<>();
        boolean specialists = weights.isEmpty() && areSpecialists(parts);
        try {
            for (int i = 0; i < parts.size(); i++) {
                ModelPart part = parts.get(i);
                if (weights.isPresent()) {
                    weighted.add(part.withWeights(weights.get().get(i)));
                } else {
                    weighted.add(specialists ? specialist(part) : part);
                }
            }
            return new ModelContract(sampleRate, weighted);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    folder.getFileName()
                            + " has weights that do not fit its models: "
                            + e.getMessage()
                            + ". Correct its "
                            + LIST
                            + ".",
                    e);
        }
    }

    /** Whether each stem has the one model that is named after it. */
    private static boolean areSpecialists(List<ModelPart> parts) {
        Set<Stem> named = EnumSet.noneOf(Stem.class);
        for (ModelPart part : parts) {
            Optional<Stem> stem = StemNames.inFileName(part.file());
            if (stem.isEmpty() || !part.stems().contains(stem.get()) || !named.add(stem.get())) {
                return false;
            }
        }
        return parts.stream().allMatch(part -> named.containsAll(part.stems()));
    }

    private static ModelPart specialist(ModelPart part) {
        Optional<Stem> named = StemNames.inFileName(part.file());
        return part.withWeights(
                part.stems().stream()
                        .map(stem -> named.equals(Optional.of(stem)) ? 1.0 : 0.0)
                        .toList());
    }
}
