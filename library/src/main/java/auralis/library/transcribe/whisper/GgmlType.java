package auralis.library.transcribe.whisper;

import java.util.Arrays;
import java.util.Optional;

/**
 * How ggml keeps numbers: so many of them in a block of so many bytes. Numbers and sizes are those
 * of {@code enum ggml_type} and of the block structures in {@code ggml-common.h}.
 */
enum GgmlType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210);

    private final int number;
    private final int block;
    private final int bytes;

    GgmlType(int number, int block, int bytes) {
        this.number = number;
        this.block = block;
        this.bytes = bytes;
    }

    static Optional<GgmlType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /** How many bytes a tensor takes; empty when its rows are not whole blocks. */
    Optional<Long> bytes(long row, long rows) {
        return row % block == 0 ? Optional.of(row / block * bytes * rows) : Optional.empty();
    }
}
