package auralis.library.export;

import auralis.dsp.Progress;

/**
 * Two stages of work that are told as one: the second's amount is known before the first begins.
 */
final class Stages {
    private final Progress whole;
    private long firstUnits;

    Stages(Progress whole) {
        this.whole = whole;
    }

    /** Where to tell how far the first is; it may have nothing to do. */
    Progress first(long secondUnits) {
        return new Stage() {
            @Override
            public void total(long units) {
                firstUnits = units;
                whole.total(units + secondUnits);
            }
        };
    }

    Progress second() {
        return new Stage() {
            @Override
            public void total(long units) {
                whole.total(firstUnits + units);
            }
        };
    }

    private abstract class Stage implements Progress {
        @Override
        public void advance(long units) {
            whole.advance(units);
        }

        @Override
        public void phase(String key) {
            whole.phase(key);
        }

        @Override
        public void checkpoint() throws InterruptedException {
            whole.checkpoint();
        }
    }
}
