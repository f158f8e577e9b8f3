package auralis.library.preset;

import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The presets that come with the program, which never change, and the user's own: a JSON file each
 * in one folder, called like the preset. Whatever else lies there is left alone.
 */
public final class Presets {
    /** In the order in which they are offered. */
    private static final List<String> FACTORY =
            List.of("adaptive", "gentle", "warm", "bright", "punchy");

    private static final String ENDING = ".json";

    private final Path folder;

    /**
     * What is there.
     *
     * @param problems a sentence for each file that is no preset
     */
    public record Listing(List<Preset> presets, List<String> problems) {
        public Listing {
            presets = List.copyOf(presets);
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param folder of the user's presets; is made when one is saved
     */
    public Presets(Path folder) {
        this.folder = folder;
    }

    /** Those that come with the program; the first is the one to start with. */
    public static List<Preset> factory() throws IOException {
        List<Preset> presets = new ArrayList<>();
        for (String name : FACTORY) {
            presets.add(resource(name));
        }
        return List.copyOf(presets);
    }

    public static boolean isFactory(String name) {
        return FACTORY.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Those of the factory, then the user's own by name. */
    public Listing all() throws IOException {
        List<Preset> presets = new ArrayList<>(factory());
        List<String> problems = new ArrayList<>();
        for (Path file : files()) {
            try {
                presets.add(own(file));
            } catch (IOException e) {
                problems.add(e.getMessage());
            }
        }
        return new Listing(presets, problems);
    }

    /**
     * @param name of a preset, or a JSON file
     * @throws IOException with a sentence for the user when there is no such preset
     */
    public Preset find(String name) throws IOException {
        if (FACTORY.contains(name)) {
            return resource(name);
        }
        Optional<Path> own = file(name);
        if (own.isPresent()) {
            return own(own.get());
        }
        if (name.endsWith(ENDING) && Files.isRegularFile(Path.of(name))) {
            return read(Path.of(name));
        }
        throw new FileNotFoundException(
                "There is no preset \""
                        + name
                        + "\". Choose "
                        + String.join(", ", FACTORY)
                        + ", one of your own or a preset file.");
    }

    /**
     * Keeps settings under a name, in place of an own preset of this name.
     *
     * @throws IOException when the name cannot be one of a preset, with a sentence that says why
     */
    public Preset save(String name, String description, MasteringSettings settings)
            throws IOException {
        String safe = PresetName.checked(name);
        Path file = file(safe).orElse(path(safe));
        Preset preset = new Preset(name(file), name(file), description, settings);
        write(preset, file, true);
        return preset;
    }

    public Preset rename(String name, String newName) throws IOException {
        Path old = required(name);
        String safe = PresetName.checked(newName);
        Preset preset = own(old);
        Optional<Path> taken = file(safe);
        if (taken.isPresent() && !taken.get().equals(old)) {
            throw new IOException("There is a preset \"" + safe + "\" already.");
        }
        Preset renamed = new Preset(safe, safe, preset.description(), preset.settings());
        write(renamed, path(safe), taken.isPresent());
        if (!old.equals(path(safe))) {
            Files.deleteIfExists(old);
        }
        return renamed;
    }

    public void delete(String name) throws IOException {
        Files.delete(required(name));
    }

    /** Takes a preset from a file; when its name is taken, a number is added to it. */
    public Preset importFrom(Path file) throws IOException {
        Preset preset = read(file);
        String wanted = PresetName.from(preset.name());
        String name = wanted;
        for (int n = 2; isFactory(name) || file(name).isPresent(); n++) {
            name = wanted + " " + n;
        }
        return save(name, preset.description(), preset.settings());
    }

    /**
     * Writes a preset to a file that anyone can import.
     *
     * @throws IOException when there is a file already
     */
    public void exportTo(String name, Path file) throws IOException {
        write(find(name), file, false);
    }

    /** Writes a preset to a file that anyone can import; what was in the file is replaced. */
    public static void write(Preset preset, Path file) throws IOException {
        write(preset, file, true);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Presets::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }
    }

    /** The file of an own preset; names that differ in case only are the same. */
    private Optional<Path> file(String name) throws IOException {
        return files().stream().filter(file -> name(file).equalsIgnoreCase(name)).findFirst();
    }

    private Path required(String name) throws IOException {
        if (isFactory(name)) {
            throw new IOException(
                    "\"" + name + "\" comes with Auralis and stays as it is. Save a copy of it.");
        }
        return file(name)
                .orElseThrow(
                        () -> new FileNotFoundException("There is no preset \"" + name + "\"."));
    }

    private Path path(String name) {
        return folder.resolve(name + ENDING);
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** An own preset is called as its file, whatever is written in it. */
    private static Preset own(Path file) throws IOException {
        Preset preset = read(file);
        return new Preset(name(file), name(file), preset.description(), preset.settings());
    }

    private static Preset read(Path file) throws IOException {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (CharacterCodingException e) {
            throw new IOException("The preset " + file + " cannot be read: it is no text.", e);
        }
    }

    private static void write(Preset preset, Path file, boolean replace) throws IOException {
        Path target = file.toAbsolutePath();
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "there is a file of this name already");
        }
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), ".preset", ".part");
        try {
            Files.writeString(part, Json.writePretty(preset) + "\n");
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Preset resource(String name) throws IOException {
        String path = "/auralis/assets/presets/" + name + ENDING;
        try (InputStream in = Presets.class.getResourceAsStream(path)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        }
    }

    private static Preset parse(String json, String name) throws IOException {
        try {
            Preset preset = Json.read(json, Preset.class);
            if (preset.name() == null || preset.settings() == null) {
                throw new IOException("it has no name or no settings");
            }
            return preset;
        } catch (IOException e) {
            throw new IOException("The preset " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
