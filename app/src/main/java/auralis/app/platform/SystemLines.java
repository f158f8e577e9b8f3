package auralis.app.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/**
 * The lines of javax.sound. It lists devices anew at each question, but forgets the formats of one
 * that is in use; what was seen of a device is therefore kept as long as its name is listed. One
 * thread at a time.
 */
final class SystemLines implements Lines {
    /** What the JDK calls the system default, on ALSA, DirectSound and CoreAudio. */
    private static final Set<String> DEFAULTS =
            Set.of("default [default]", "Primary Sound Driver", "Default Audio Device");

    /** ALSA has the readable name in the description, with repetitions. */
    private static final String ALSA_DESCRIPTION = "Direct Audio Device: ";

    private final Supplier<Mixer.Info[]> infos;
    private final Function<Mixer.Info, Mixer> mixers;
    private final Map<String, OutputDevice> seen = new HashMap<>();

    SystemLines() {
        this(AudioSystem::getMixerInfo, AudioSystem::getMixer);
    }

    SystemLines(Supplier<Mixer.Info[]> infos, Function<Mixer.Info, Mixer> mixers) {
        this.infos = infos;
        this.mixers = mixers;
    }

    @Override
    public List<OutputDevice> devices() {
        Map<String, Mixer.Info> listed = listed();
        seen.keySet().retainAll(listed.keySet());
        listed.forEach(this::see);
        List<OutputDevice> devices = new ArrayList<>();
        for (Map.Entry<String, Mixer.Info> entry : listed.entrySet()) {
            OutputDevice device = seen.get(entry.getKey());
            if (device != null && devices.isEmpty()) {
                devices.add(systemDefault(device));
            }
            if (device != null && !DEFAULTS.contains(entry.getKey())) {
                devices.add(device);
            }
        }
        return devices;
    }

    @Override
    public SourceDataLine line(Optional<String> deviceId, AudioFormat format)
            throws LineUnavailableException {
        DataLine.Info wanted = new DataLine.Info(SourceDataLine.class, format);
        if (deviceId.isEmpty()) {
            return (SourceDataLine) AudioSystem.getLine(wanted);
        }
        Mixer.Info info = listed().get(deviceId.get());
        if (info == null) {
            throw new IllegalArgumentException("There is no mixer " + deviceId.get());
        }
        return (SourceDataLine) mixers.apply(info).getLine(wanted);
    }

    /** Mixers by id: the name, numbered where several have the same. */
    private Map<String, Mixer.Info> listed() {
        Map<String, Mixer.Info> listed = new LinkedHashMap<>();
        for (Mixer.Info info : infos.get()) {
            String id = info.getName();
            for (int number = 2; listed.containsKey(id); number++) {
                id = info.getName() + " #" + number;
            }
            listed.put(id, info);
        }
        return listed;
    }

    private void see(String id, Mixer.Info info) {
        List<AudioFormat> formats = formats(info);
        if (!formats.isEmpty()) {
            seen.put(id, device(id, info, formats));
        }
    }

    /** A mixer that fails has no formats: drivers come from everywhere. */
    private List<AudioFormat> formats(Mixer.Info info) {
        try {
            return Arrays.stream(mixers.apply(info).getSourceLineInfo())
                    .filter(line -> line.getLineClass() == SourceDataLine.class)
                    .flatMap(SystemLines::formats)
                    .toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static Stream<AudioFormat> formats(Line.Info line) {
        return line instanceof DataLine.Info data
                ? Arrays.stream(data.getFormats())
                : Stream.empty();
    }

    private static OutputDevice device(String id, Mixer.Info info, List<AudioFormat> formats) {
        return new OutputDevice(
                id,
                name(id, info),
                false,
                OutputFormats.bitDepths(formats),
                OutputFormats.sampleRates(formats),
                OutputFormats.maxChannels(formats));
    }

    private static OutputDevice systemDefault(OutputDevice first) {
        return new OutputDevice(
                OutputDevice.DEFAULT_ID,
                LineOutput.DEFAULT_NAME,
                true,
                first.bitDepths(),
                first.sampleRates(),
                first.maxChannels());
    }

    private static String name(String id, Mixer.Info info) {
        String description = info.getDescription();
        if (description == null || !description.startsWith(ALSA_DESCRIPTION)) {
            return id;
        }
        String[] parts = description.substring(ALSA_DESCRIPTION.length()).split(", ");
        return String.join(", ", Arrays.stream(parts).distinct().toList());
    }
}
