package auralis.library.preset;

import auralis.dsp.master.Preset;
import auralis.library.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The presets that come with the program, and presets in files. */
public final class Presets {
    /** In the order in which they are offered. */
    private static final List<String> FACTORY =
            List.of("adaptive", "gentle", "warm", "bright", "punchy");

    private Presets() {}

    public static List<Preset> factory() throws IOException {
        List<Preset> presets = new ArrayList<>();
        for (String name : FACTORY) {
            presets.add(resource(name));
        }
        return List.copyOf(presets);
    }

    /**
     * @param name of a factory preset, or a JSON file
     * @throws IOException with a sentence for the user when there is no such preset
     */
    public static Preset find(String name) throws IOException {
        if (FACTORY.contains(name)) {
            return resource(name);
        }
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            return parse(Files.readString(file), name);
        }
        throw new FileNotFoundException(
                "There is no preset \""
                        + name
                        + "\". Choose "
                        + String.join(", ", FACTORY)
                        + " or a preset file.");
    }

    private static Preset resource(String name) throws IOException {
        String path = "/auralis/assets/presets/" + name + ".json";
        try (InputStream in = Presets.class.getResourceAsStream(path)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        }
    }

    private static Preset parse(String json, String name) throws IOException {
        try {
            return Json.read(json, Preset.class);
        } catch (IOException e) {
            throw new IOException("The preset " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
