package auralis.app.prefs;

import auralis.app.platform.OutputChoice;
import auralis.app.play.Player;
import auralis.library.json.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The preferences of playback as JSON. What is missing there, unknown or out of range is as the
 * program suggests, so that each version reads what another has written.
 */
public record StoredPlayback(
        Optional<String> device,
        Optional<String> deviceName,
        OptionalInt bitDepth,
        Optional<String> matching,
        OptionalDouble targetLufs,
        OptionalDouble fallbackDb,
        OptionalDouble crossfadeSeconds) {

    public static String write(PlaybackPreferences now) {
        return Json.write(
                new StoredPlayback(
                        now.output().deviceId(),
                        Optional.of(now.deviceName()),
                        now.output().bitDepth(),
                        Optional.of(now.matching().name()),
                        OptionalDouble.of(now.targetLufs()),
                        OptionalDouble.of(now.fallbackDb()),
                        OptionalDouble.of(now.crossfadeSeconds())));
    }

    /**
     * @throws IOException when it is no JSON of this kind
     */
    public static PlaybackPreferences read(String json) throws IOException {
        return Json.read(json, StoredPlayback.class).preferences();
    }

    private PlaybackPreferences preferences() {
        PlaybackPreferences usual = PlaybackPreferences.DEFAULT;
        boolean known =
                bitDepth.isPresent() && Arrays.asList(16, 24, 32).contains(bitDepth.getAsInt());
        return new PlaybackPreferences(
                new OutputChoice(device, known ? bitDepth : OptionalInt.empty()),
                deviceName.orElse(""),
                matching.flatMap(StoredPlayback::matching).orElse(usual.matching()),
                within(
                        targetLufs,
                        PlaybackPreferences.LOWEST_TARGET_LUFS,
                        PlaybackPreferences.HIGHEST_TARGET_LUFS,
                        usual.targetLufs()),
                within(fallbackDb, PlaybackPreferences.LOWEST_FALLBACK_DB, 0, usual.fallbackDb()),
                within(
                        crossfadeSeconds,
                        0,
                        Player.MAX_CROSSFADE_SECONDS,
                        usual.crossfadeSeconds()));
    }

    private static Optional<VolumeMatching> matching(String name) {
        return Arrays.stream(VolumeMatching.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst();
    }

    private static double within(OptionalDouble value, double min, double max, double usual) {
        double given = value.orElse(usual);
        return given >= min && given <= max ? given : usual;
    }
}
