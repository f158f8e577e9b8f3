package auralis.app.meter;

import auralis.app.play.Side;
import auralis.dsp.engine.MeterReading;
import auralis.dsp.engine.SideReading;

/** A reading seen from the side that is heard. */
record Heard(MeterReading reading, Side side) {
    SideReading heard() {
        return side == Side.MASTERED ? reading.mastered() : reading.original();
    }

    SideReading other() {
        return side == Side.MASTERED ? reading.original() : reading.mastered();
    }

    Ink ink() {
        return side == Side.MASTERED ? Ink.MASTERED : Ink.ORIGINAL;
    }

    Ink otherInk() {
        return side == Side.MASTERED ? Ink.ORIGINAL : Ink.MASTERED;
    }
}
