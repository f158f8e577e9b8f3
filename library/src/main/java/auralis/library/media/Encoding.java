package auralis.library.media;

import auralis.dsp.StreamFormat;
import java.util.OptionalInt;

/** How a result is written. */
public sealed interface Encoding {
    /** The usual ending of file names, without the dot. */
    String extension();

    /** The bits of an integer sample; empty where the encoder takes floats. */
    OptionalInt integerBits();

    /** Whether what is read again is what was written. */
    default boolean lossless() {
        return true;
    }

    /** About how long a file of so many frames is, without tags and pictures. */
    long bytes(StreamFormat format, long frames);

    /** PCM at 16 or 24 bits, or 32-bit float; becomes RF64 by itself when it passes 4 GiB. */
    record Wav(int bitDepth) implements Encoding {
        public Wav {
            if (bitDepth != 16 && bitDepth != 24 && bitDepth != 32) {
                throw new IllegalArgumentException(
                        "WAV is written with 16, 24 or 32 (float) bits, not " + bitDepth);
            }
        }

        @Override
        public long bytes(StreamFormat format, long frames) {
            return frames * format.channels() * bitDepth / 8;
        }

        @Override
        public String extension() {
            return "wav";
        }

        @Override
        public OptionalInt integerBits() {
            return bitDepth == 32 ? OptionalInt.empty() : OptionalInt.of(bitDepth);
        }
    }

    /** Lossless, 16 or 24 bits. */
    record Flac(int bitDepth) implements Encoding {
        /** What is left of mastered music, which is loud; quiet music takes less. */
        private static final double USUAL_SHARE = 0.7;

        public Flac {
            if (bitDepth != 16 && bitDepth != 24) {
                throw new IllegalArgumentException(
                        "FLAC is written with 16 or 24 bits, not " + bitDepth);
            }
        }

        @Override
        public long bytes(StreamFormat format, long frames) {
            return (long) (USUAL_SHARE * frames * format.channels() * bitDepth / 8);
        }

        @Override
        public String extension() {
            return "flac";
        }

        @Override
        public OptionalInt integerBits() {
            return OptionalInt.of(bitDepth);
        }
    }

    /** MP3 at a constant bit rate. */
    record Mp3Constant(int kbps) implements Encoding {
        public Mp3Constant {
            if (kbps < 32 || kbps > 320) {
                throw new IllegalArgumentException(
                        "MP3 is written with 32 to 320 kb/s, not " + kbps);
            }
        }

        @Override
        public boolean lossless() {
            return false;
        }

        @Override
        public long bytes(StreamFormat format, long frames) {
            return (long) (format.seconds(frames) * kbps * 125);
        }

        @Override
        public String extension() {
            return "mp3";
        }

        @Override
        public OptionalInt integerBits() {
            return OptionalInt.empty();
        }
    }

    /** MP3 at a variable bit rate; quality as LAME counts it, 0 (best) to 9. */
    record Mp3Variable(int quality) implements Encoding {
        /** Of the best quality in stereo, and how much less each step takes. */
        private static final int BEST_KBPS = 245;

        private static final int STEP_KBPS = 20;

        public Mp3Variable {
            if (quality < 0 || quality > 9) {
                throw new IllegalArgumentException("MP3 quality is 0 (best) to 9, not " + quality);
            }
        }

        @Override
        public boolean lossless() {
            return false;
        }

        @Override
        public long bytes(StreamFormat format, long frames) {
            return (long) (format.seconds(frames) * (BEST_KBPS - STEP_KBPS * quality) * 125);
        }

        @Override
        public String extension() {
            return "mp3";
        }

        @Override
        public OptionalInt integerBits() {
            return OptionalInt.empty();
        }
    }
}
