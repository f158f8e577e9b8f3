package auralis.library.separate.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StretchTest {
    @Test
    void staysAsLargeAsWhatIsNeededAtOnce() {
        Stretch stretch = new Stretch(1, 100);
        for (long end = 70; end < 100_000; end += 70) {
            stretch.extend(end);
            stretch.plane(0)[stretch.index(end - 1)] = end;
            stretch.forget(end - 30);
        }
        assertThat(stretch.capacity()).isEqualTo(100);
    }

    @Test
    void keepsWhatIsNeededAndGrowsForIt() {
        Stretch stretch = new Stretch(2, 10);
        stretch.extend(10);
        stretch.plane(1)[stretch.index(4)] = 4;
        stretch.forget(4);
        stretch.extend(30);
        assertThat(stretch.plane(1)[stretch.index(4)]).isEqualTo(4);
        assertThat(stretch.plane(1)[stretch.index(5)]).isZero();
        assertThat(stretch.capacity()).isEqualTo(4096);
        assertThatThrownBy(() -> stretch.index(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsAppendedIsSilentWhereverItLies() {
        Stretch stretch = new Stretch(1, 8);
        stretch.extend(8);
        Arrays.fill(stretch.plane(0), 5);
        stretch.forget(6);
        stretch.extend(12);
        float[] plane = stretch.plane(0);
        assertThat(plane[stretch.index(7)]).isEqualTo(5);
        assertThat(plane[stretch.index(8)]).isZero();
        assertThat(plane[stretch.index(11)]).isZero();
    }
}
