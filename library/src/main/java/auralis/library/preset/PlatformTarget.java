package auralis.library.preset;

import auralis.library.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a platform plays at, under a name. The numbers that come with the program can be changed and
 * added to by a file of the same form, {@code targets.json}, in the data folder.
 *
 * @param name how commands call it
 * @param targetLufs integrated loudness, -40..-5
 * @param ceilingDbtp highest true peak that it takes without harm, -12..0
 * @param note whom it is for
 */
public record PlatformTarget(String name, double targetLufs, double ceilingDbtp, String note) {
    private record Table(List<PlatformTarget> targets) {}

    public PlatformTarget {
        if (name == null || !(targetLufs >= -40 && targetLufs <= -5)) {
            throw new IllegalArgumentException("a target has a name and -40 to -5 LUFS");
        }
        if (!(ceilingDbtp >= -12 && ceilingDbtp <= 0)) {
            throw new IllegalArgumentException("the ceiling of " + name + " is -12 to 0 dBTP");
        }
    }

    /** The program's own with what the file says otherwise. */
    public static List<PlatformTarget> all(Path dataFolder) throws IOException {
        List<PlatformTarget> all = new ArrayList<>(own());
        Path file = dataFolder.resolve("targets.json");
        if (Files.isRegularFile(file)) {
            for (PlatformTarget target : read(Files.readString(file), file.toString())) {
                all.removeIf(known -> known.name.equals(target.name));
                all.add(target);
            }
        }
        return List.copyOf(all);
    }

    private static List<PlatformTarget> own() throws IOException {
        String path = "/auralis/assets/presets/targets.json";
        try (InputStream in = PlatformTarget.class.getResourceAsStream(path)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), path);
        }
    }

    private static List<PlatformTarget> read(String json, String file) throws IOException {
        try {
            return Json.read(json, Table.class).targets();
        } catch (IOException e) {
            throw new IOException("The targets in " + file + " cannot be read: " + e.getMessage());
        }
    }
}
