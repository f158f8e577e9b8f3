package auralis.library.score;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How different two sounds are in tone: rms over the third octaves from 25 Hz to 20 kHz of their
 * difference in dB, its mean taken out. Bands that are more than 60 dB under the strongest in the
 * first sound do not count.
 */
final class ToneDistance {
    private static final double RANGE_DB = 60;

    private ToneDistance() {}

    static OptionalDouble db(Sound before, Sound after) {
        List<Double> from = before.bandDb();
        List<Double> to = after.bandDb();
        if (from.isEmpty() || to.isEmpty()) {
            return OptionalDouble.empty();
        }
        double floor = from.stream().mapToDouble(db -> db).max().orElseThrow() - RANGE_DB;
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int band = 0; band < from.size(); band++) {
            if (from.get(band) > floor) {
                double difference = to.get(band) - from.get(band);
                sum += difference;
                squares += difference * difference;
                count++;
            }
        }
        double mean = sum / count;
        return OptionalDouble.of(Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
}
