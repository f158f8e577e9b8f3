package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.Parameter.Unit;
import auralis.dsp.filter.StateVariable;
import java.util.ArrayList;
import java.util.List;

/** Four parametric bands: a low shelf, two bells, a high shelf. */
final class Equalizer implements AudioEffect {
    private static final List<Band> BANDS =
            List.of(
                    new Band("low", "Low", 100, StateVariable::lowShelf),
                    new Band("lowMid", "Low mid", 500, StateVariable::peaking),
                    new Band("highMid", "High mid", 2_500, StateVariable::peaking),
                    new Band("high", "High", 8_000, StateVariable::highShelf));

    /** Which response a section is given. */
    private interface Kind {
        void design(StateVariable filter, double hz, double gainDb, double q, double sampleRate);
    }

    private record Band(Parameter gain, Parameter frequency, Parameter q, Kind kind) {
        Band(String id, String name, double hz, Kind kind) {
            this(
                    Parameter.linear(id + "GainDb", name + " gain", Unit.DECIBEL, -18, 18, 0),
                    Parameter.logarithmic(
                            id + "Hz", name + " frequency", Unit.HERTZ, 20, 20_000, hz),
                    Parameter.logarithmic(id + "Q", name + " Q", Unit.NONE, 0.3, 10, 0.707),
                    kind);
        }
    }

    @Override
    public String id() {
        return "equalizer";
    }

    @Override
    public String name() {
        return "Equalizer";
    }

    @Override
    public String description() {
        return "Raises or lowers four ranges of frequencies: a shelf at each end, two bells"
                + " between.";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Band band : BANDS) {
            parameters.addAll(List.of(band.gain, band.frequency, band.q));
        }
        return parameters;
    }

    @Override
    public EffectProcessor create() {
        return new Processor();
    }

    private final class Processor extends SmoothedProcessor {
        private final List<Section> sections = new ArrayList<>();

        Processor() {
            super(parameters());
            for (Band band : BANDS) {
                sections.add(
                        new Section(
                                band.kind, value(band.gain), value(band.frequency), value(band.q)));
            }
        }

        @Override
        protected void allocate(StreamFormat format, int maxFrames) {
            sections.forEach(section -> section.allocate(format));
        }

        @Override
        protected void clear() {
            sections.forEach(Section::clear);
        }

        @Override
        protected void design() {
            for (int i = 0; i < sections.size(); i++) {
                sections.get(i).design();
            }
        }

        @Override
        protected void run(AudioBlock block) {
            for (int i = 0; i < sections.size(); i++) {
                sections.get(i).run(block);
            }
        }
    }

    /** One band on all channels; at 0 dB it is not there. */
    private static final class Section {
        private final Kind kind;
        private final SmoothedValue gainDb;
        private final SmoothedValue hz;
        private final SmoothedValue q;
        private StateVariable[] filters = {};
        private double sampleRate;

        Section(Kind kind, SmoothedValue gainDb, SmoothedValue hz, SmoothedValue q) {
            this.kind = kind;
            this.gainDb = gainDb;
            this.hz = hz;
            this.q = q;
        }

        void allocate(StreamFormat format) {
            sampleRate = format.sampleRate();
            filters = new StateVariable[format.channels()];
            for (int c = 0; c < filters.length; c++) {
                filters[c] = new StateVariable();
            }
        }

        void clear() {
            for (StateVariable filter : filters) {
                filter.reset();
            }
        }

        void design() {
            if (gainDb.get() == 0) {
                clear();
                return;
            }
            for (StateVariable filter : filters) {
                kind.design(filter, hz.get(), gainDb.get(), q.get(), sampleRate);
            }
        }

        void run(AudioBlock block) {
            if (gainDb.get() != 0) {
                StateVariable.process(filters, block);
            }
        }
    }
}
