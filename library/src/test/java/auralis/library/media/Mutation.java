package auralis.library.media;

import java.util.Arrays;
import java.util.Random;

/** Damage as files suffer it, and as someone who means harm would do it. */
enum Mutation {
    FLIPPED_BITS {
        @Override
        byte[] apply(byte[] file, Random random) {
            for (int i = 1 + random.nextInt(40); i > 0; i--) {
                file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return file;
        }
    },
    FLIPPED_HEADER {
        @Override
        byte[] apply(byte[] file, Random random) {
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                file[random.nextInt(Math.min(file.length, 1024))] = (byte) random.nextInt(256);
            }
            return file;
        }
    },
    EXTREME_FIELD {
        @Override
        byte[] apply(byte[] file, Random random) {
            byte value = (byte) new int[] {0x00, 0x7f, 0x80, 0xff}[random.nextInt(4)];
            boolean start = random.nextBoolean();
            int at = random.nextInt(start ? Math.min(file.length, 2048) : file.length);
            Arrays.fill(file, at, Math.min(file.length, at + 4), value);
            return file;
        }
    },
    GARBAGE {
        @Override
        byte[] apply(byte[] file, Random random) {
            int[] range = range(file, random);
            for (int i = range[0]; i < range[1]; i++) {
                file[i] = (byte) random.nextInt(256);
            }
            return file;
        }
    },
    ZEROS {
        @Override
        byte[] apply(byte[] file, Random random) {
            int[] range = range(file, random);
            Arrays.fill(file, range[0], range[1], (byte) 0);
            return file;
        }
    },
    TRUNCATED {
        @Override
        byte[] apply(byte[] file, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    HOLE {
        @Override
        byte[] apply(byte[] file, Random random) {
            int[] range = range(file, random);
            byte[] rest = Arrays.copyOf(file, file.length - (range[1] - range[0]));
            System.arraycopy(file, range[1], rest, range[0], file.length - range[1]);
            return rest;
        }
    },
    REPEATED {
        @Override
        byte[] apply(byte[] file, Random random) {
            int[] range = range(file, random);
            int length = range[1] - range[0];
            byte[] longer = Arrays.copyOf(file, file.length + length);
            System.arraycopy(file, range[0], longer, range[1], file.length - range[0]);
            return longer;
        }
    };

    /** The file (which it may change) with this kind of damage. */
    abstract byte[] apply(byte[] file, Random random);

    private static int[] range(byte[] file, Random random) {
        int at = random.nextInt(file.length);
        int length = 1 + random.nextInt(1 + Math.min(file.length - at, file.length / 4));
        return new int[] {at, Math.min(file.length, at + length)};
    }

    /** One or two kinds of damage, told by the random numbers. */
    static byte[] damage(byte[] file, Random random) {
        byte[] damaged = file.clone();
        for (int i = 1 + random.nextInt(2); i > 0 && damaged.length > 0; i--) {
            damaged = values()[random.nextInt(values().length)].apply(damaged, random);
        }
        return damaged;
    }
}
