package auralis.app.platform;

import java.util.List;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;

/** What a list of javax.sound formats says about a device. */
final class OutputFormats {
    private OutputFormats() {}

    static List<Integer> bitDepths(List<AudioFormat> formats) {
        return IntStream.of(16, 24, 32)
                .filter(bits -> formats.stream().anyMatch(format -> packed(format, bits)))
                .boxed()
                .toList();
    }

    private static boolean packed(AudioFormat format, int bits) {
        return format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                && format.getSampleSizeInBits() == bits
                && !format.isBigEndian()
                && format.getFrameSize() == format.getChannels() * bits / 8;
    }

    /** Empty as soon as one format leaves it open. */
    static List<Integer> sampleRates(List<AudioFormat> formats) {
        boolean open = formats.stream().anyMatch(f -> f.getSampleRate() <= 0);
        return open
                ? List.of()
                : formats.stream()
                        .map(format -> Math.round(format.getSampleRate()))
                        .distinct()
                        .sorted()
                        .toList();
    }

    static int maxChannels(List<AudioFormat> formats) {
        return formats.stream()
                .mapToInt(AudioFormat::getChannels)
                .filter(channels -> channels != AudioSystem.NOT_SPECIFIED)
                .max()
                .orElse(0);
    }
}
