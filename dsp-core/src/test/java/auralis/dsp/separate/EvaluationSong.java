package auralis.dsp.separate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * The parts of a song as MIDI files, to be played by instruments of a sound font, with the words of
 * its singer and the melody on which they are sung. Times and velocities are a little uneven, as
 * people play. Always the same for a seed.
 *
 * <p>Seeds from {@value #HELD_OUT_AGAIN} on play instruments that nothing was tuned with. Those
 * from {@value #HELD_OUT} on were held out once, until their accompaniment and drums were tuned
 * with too, by seeds from {@value #MORE} on. Why the songs are as they are: a bass guitar has its
 * notes between E1 and E3, mostly on the lowest string; singers keep to a tenth, of a low voice or
 * a high one, move by small steps, and rest after each line, for a third of the time in all; chords
 * lie around middle C, single notes an octave above. Left out are instruments of the sound font
 * that no record has like that: those with as much at the sides as in the middle, which are in one
 * channel only (16, 26, 38, 52) or would vanish in mono (27, 50, 80, 81, 88), and those that play
 * an octave below the notes, where bass and kick are (16, 62, 89).
 */
final class EvaluationSong {
    private static final int TICKS = 480;
    private static final int SECONDS = 30;
    private static final int[][] CHORDS = {{0, 4, 7}, {9, 12, 16}, {5, 9, 12}, {7, 11, 14}};
    private static final int[] SCALE = {0, 2, 4, 7, 9};
    private static final int MORE = 2_000;
    private static final int MORE_END = 3_000;
    private static final int HELD_OUT = 5_000;
    private static final int HELD_OUT_AGAIN = 7_000;
    private static final Band TUNED =
            new Band(
                    new int[] {32, 33, 36},
                    new int[] {0, 4, 24, 42, 46, 48, 61, 65, 73},
                    new int[] {0, 16});
    private static final Band OTHERS =
            new Band(
                    new int[] {34, 35, 37, 39},
                    new int[] {1, 11, 12, 19, 21, 25, 28, 30, 40, 49, 56, 66},
                    new int[] {8, 32});
    private static final Band TUNED_AS_WELL = new Band(TUNED.basses, OTHERS.backing, OTHERS.kits);
    private static final Band OTHERS_AGAIN =
            new Band(
                    new int[] {34, 35, 39, 43},
                    new int[] {2, 6, 7, 22, 29, 45, 57, 60, 64, 68, 71, 105},
                    new int[] {24, 40});
    private static final int LOWEST_BASS = 28;
    private static final int LOW_VOICE = 48;
    private static final int HIGH_VOICE = 57;
    private static final int VOICE_RANGE = 16;
    private static final int LARGEST_STEP = 5;
    private static final String[] WORDS = {
        "the river turns to silver in the morning light",
        "we carry every promise over open water",
        "nobody remembers how the summer ended",
        "hold the line until the stars are burning",
        "all the windows of the city are awake tonight",
        "run along the shore and never look behind you"
    };

    private static final String BREATH = " <break time=\"1200ms\"/>";

    private final Random random;
    private final int tempo;
    private final int key;
    private final int lowest;
    private final Band band;

    private EvaluationSong(long seed) {
        random = new Random(seed);
        tempo = 84 + random.nextInt(60);
        key = random.nextInt(12) - 6;
        lowest = random.nextBoolean() ? LOW_VOICE : HIGH_VOICE;
        band = band(seed);
    }

    private static Band band(long seed) {
        if (seed >= HELD_OUT) {
            return seed >= HELD_OUT_AGAIN ? OTHERS_AGAIN : OTHERS;
        }
        return seed >= MORE && seed < MORE_END ? TUNED_AS_WELL : TUNED;
    }

    /** The programs that a song may be played with. */
    private record Band(int[] basses, int[] backing, int[] kits) {}

    /** Writes {@code drums.mid bass.mid other.mid words.txt melody.txt} into a folder. */
    static void write(Path folder, long seed) throws IOException, InvalidMidiDataException {
        Files.createDirectories(folder);
        EvaluationSong song = new EvaluationSong(seed);
        song.write(folder.resolve("drums.mid"), song::drums);
        song.write(folder.resolve("bass.mid"), song::bass);
        song.write(folder.resolve("other.mid"), song::other);
        song.words(folder.resolve("words.txt"));
        song.melody(folder.resolve("melody.txt"));
    }

    private interface Part {
        void play(Track track) throws InvalidMidiDataException;
    }

    private void write(Path file, Part part) throws IOException, InvalidMidiDataException {
        // Ticks are of a tempo of 120, which a file without a tempo has.
        Sequence sequence = new Sequence(Sequence.PPQ, TICKS);
        part.play(sequence.createTrack());
        MidiSystem.write(sequence, 0, file.toFile());
    }

    private double beats() {
        return SECONDS * tempo / 60.0;
    }

    private long tick(double beat) {
        double seconds = beat * 60 / tempo + 0.006 * random.nextGaussian();
        return Math.max(0, Math.round(seconds * 2 * TICKS));
    }

    private void note(Track track, int channel, int pitch, double beat, double length, int velocity)
            throws InvalidMidiDataException {
        int uneven = Math.max(1, Math.min(127, velocity + (int) (8 * random.nextGaussian())));
        long from = tick(beat);
        long to = Math.max(from + 1, tick(beat + length));
        track.add(event(ShortMessage.NOTE_ON, channel, pitch, uneven, from));
        track.add(event(ShortMessage.NOTE_OFF, channel, pitch, 0, to));
    }

    private static MidiEvent event(int command, int channel, int one, int two, long tick)
            throws InvalidMidiDataException {
        return new MidiEvent(new ShortMessage(command, channel, one, two), tick);
    }

    private int oneOf(int[] programs) {
        return programs[random.nextInt(programs.length)];
    }

    private static void play(Track track, int channel, int program)
            throws InvalidMidiDataException {
        track.add(event(ShortMessage.PROGRAM_CHANGE, channel, program, 0, 0));
    }

    private void drums(Track track) throws InvalidMidiDataException {
        play(track, 9, oneOf(band.kits));
        int cymbal = random.nextBoolean() ? 42 : 51;
        boolean busy = random.nextBoolean();
        for (int eighth = 0; eighth < 2 * beats(); eighth++) {
            double beat = eighth / 2.0;
            note(track, 9, cymbal, beat, 0.2, 70);
            if (eighth % 8 == 0 || eighth % 8 == 5 || busy && eighth % 8 == 3) {
                note(track, 9, 36, beat, 0.3, 105);
            }
            if (eighth % 4 == 2) {
                note(track, 9, 38, beat, 0.3, 100);
            }
            if (eighth % 32 == 0) {
                note(track, 9, 49, beat, 1, 90);
            }
        }
    }

    private void bass(Track track) throws InvalidMidiDataException {
        play(track, 0, oneOf(band.basses));
        boolean eighths = random.nextBoolean();
        double step = eighths ? 0.5 : 1;
        for (double beat = 0; beat < beats(); beat += step) {
            int degree = key + CHORDS[(int) (beat / 4) % 4][0];
            int root = LOWEST_BASS + Math.floorMod(degree - LOWEST_BASS, 12);
            note(track, 0, root + (random.nextInt(6) == 0 ? 7 : 0), beat, 0.9 * step, 95);
        }
    }

    private void other(Track track) throws InvalidMidiDataException {
        int voices = 3 + random.nextInt(2);
        for (int voice = 0; voice < voices; voice++) {
            int pan = voice == 0 ? 64 : voice % 2 == 0 ? 110 : 18;
            play(track, voice, oneOf(band.backing));
            track.add(event(ShortMessage.CONTROL_CHANGE, voice, 10, pan, 0));
            double step = voice % 2 == 0 ? 2 : 0.5;
            for (double beat = 0; beat < beats(); beat += step) {
                backing(track, voice, beat, step);
            }
        }
    }

    private void backing(Track track, int voice, double beat, double step)
            throws InvalidMidiDataException {
        int[] chord = CHORDS[(int) (beat / 4) % 4];
        if (step > 1) {
            for (int pitch : chord) {
                note(track, voice, 48 + key + pitch, beat, 0.95 * step, 70);
            }
        } else {
            note(track, voice, 60 + key + chord[random.nextInt(3)], beat, 0.9 * step, 68);
        }
    }

    private void words(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 9; line++) {
            lines.add(WORDS[random.nextInt(WORDS.length)] + "." + BREATH);
        }
        Files.write(file, lines);
    }

    /** Seconds and frequency of each note, a line each. */
    private void melody(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        int pitch = lowest + VOICE_RANGE / 2;
        for (double beat = 0; beat < beats(); ) {
            double length = random.nextInt(3) == 0 ? 1 : 0.5;
            pitch = next(pitch);
            lines.add(beat * 60 / tempo + " " + 440 * Math.pow(2, (pitch - 69) / 12.0));
            beat += length;
        }
        Files.write(file, lines);
    }

    /** A tone of the scale in the range of the voice, not far from the one before. */
    private int next(int pitch) {
        while (true) {
            int next = pitch + random.nextInt(2 * LARGEST_STEP + 1) - LARGEST_STEP;
            int degree = Math.floorMod(next - key, 12);
            if (next >= lowest
                    && next <= lowest + VOICE_RANGE
                    && Arrays.binarySearch(SCALE, degree) >= 0) {
                return next;
            }
        }
    }
}
