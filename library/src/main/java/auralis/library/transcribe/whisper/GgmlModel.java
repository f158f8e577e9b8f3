package auralis.library.transcribe.whisper;

import auralis.library.model.ForeignFile;
import auralis.library.model.ModelKind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A Whisper model in the format of whisper.cpp, as far as its head tells. It is looked through to
 * its very end before native code sees it, for that ends the whole process when a model is cut
 * within its vocabulary, or has no token for a space.
 *
 * <p>Layout: magic, eleven numbers, mel filters, vocabulary, tensors until the end ({@code
 * whisper_model_load} of whisper.cpp 1.7.1, {@code models/convert-pt-to-ggml.py}).
 *
 * @param vocabulary number of tokens
 * @param states width of its layers
 * @param audioLayers of the encoder
 * @param textLayers of the decoder
 */
record GgmlModel(int vocabulary, int states, int audioLayers, int textLayers) {
    private static final int MAGIC = 0x67676d6c;
    private static final int ENGLISH_VOCABULARY = 51_864;
    private static final int LARGEST_VOCABULARY = 51_866;
    private static final int LONGEST_WORD = 1024;
    private static final int LONGEST_NAME = 128;
    private static final int LARGEST_SIDE = 1 << 17;
    private static final int MOST_LAYERS = 32;
    private static final int TENSORS = 11;
    private static final int TENSORS_OF_AUDIO_LAYER = 15;
    private static final int TENSORS_OF_TEXT_LAYER = 24;
    private static final int DISTILLED_LAYERS = 2;
    private static final int TURBO_LAYERS = 4;

    /** What the file says does not fit together; goes on after its name. */
    private static final class Flaw extends Exception {
        private static final long serialVersionUID = 1;

        Flaw(String words) {
            super(words);
        }
    }

    /**
     * Looks a file through; reads its head and leaps over its weights.
     *
     * @throws IOException with a sentence: what is wrong with the file, what to do
     */
    static GgmlModel read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new IOException(name + " is a folder. Choose the model file in it.");
        }
        ForeignFile.refuse(file, ModelKind.TRANSCRIPTION);
        try (GgmlReader in = new GgmlReader(file)) {
            return read(in);
        } catch (EOFException e) {
            throw new IOException(
                    name + " is not whole: its end is missing. Download or copy it again.", e);
        } catch (Flaw e) {
            throw new IOException(name + " " + e.getMessage(), e);
        }
    }

    private static GgmlModel read(GgmlReader in) throws IOException, Flaw {
        if (in.nextInt() != MAGIC) {
            throw new Flaw(
                    "is no Whisper model. Get one in the format of whisper.cpp, a file like"
                            + " ggml-base.bin.");
        }
        int vocabulary = number(in, ENGLISH_VOCABULARY, LARGEST_VOCABULARY);
        number(in, 1, LARGEST_SIDE);
        int states = sides(in);
        int audioLayers = number(in, 1, MOST_LAYERS);
        number(in, 1, LARGEST_SIDE);
        require(sides(in) == states);
        int textLayers = number(in, 1, MOST_LAYERS);
        int mels = number(in, 1, LARGEST_SIDE);
        require(mels == 80 || mels == 128);
        in.nextInt();
        require(in.nextInt() == mels);
        in.skip((long) mels * number(in, 1, LARGEST_SIDE) * Float.BYTES);
        readVocabulary(in, vocabulary);
        GgmlModel model = new GgmlModel(vocabulary, states, audioLayers, textLayers);
        model.readTensors(in);
        return model;
    }

    /** The width of the layers, which the heads share. */
    private static int sides(GgmlReader in) throws IOException, Flaw {
        int states = number(in, 1, LARGEST_SIDE);
        int heads = number(in, 1, states);
        require(states % 64 == 0 && states % heads == 0);
        return states;
    }

    private static int number(GgmlReader in, int least, int most) throws IOException, Flaw {
        int number = in.nextInt();
        require(number >= least && number <= most);
        return number;
    }

    private static void require(boolean fits) throws Flaw {
        if (!fits) {
            throw new Flaw(
                    "is damaged, or a kind of model that Whisper is not: its numbers do not fit"
                            + " together. Download or copy it again, or get another.");
        }
    }

    private static void readVocabulary(GgmlReader in, int vocabulary) throws IOException, Flaw {
        int words = number(in, 1, vocabulary);
        boolean space = false;
        for (int i = 0; i < words; i++) {
            byte[] word = in.next(number(in, 0, LONGEST_WORD));
            space |= word.length == 1 && word[0] == ' ';
        }
        if (!space) {
            throw new Flaw("has a vocabulary without a space, and cannot be run. Get another.");
        }
    }

    private void readTensors(GgmlReader in) throws IOException, Flaw {
        Set<String> names = new HashSet<>();
        while (in.left() > 0) {
            names.add(readTensor(in));
        }
        int all =
                TENSORS + TENSORS_OF_AUDIO_LAYER * audioLayers + TENSORS_OF_TEXT_LAYER * textLayers;
        if (names.size() < all) {
            throw new Flaw(
                    "is not whole: it has "
                            + names.size()
                            + " of "
                            + all
                            + " parts. Download or copy it again.");
        }
        require(names.size() == all);
    }

    private static String readTensor(GgmlReader in) throws IOException, Flaw {
        int dimensions = number(in, 1, 3);
        int length = number(in, 1, LONGEST_NAME);
        int number = in.nextInt();
        GgmlType type =
                GgmlType.of(number)
                        .orElseThrow(
                                () ->
                                        new Flaw(
                                                "keeps its numbers in a way ("
                                                        + number
                                                        + ") that this program does not know. Get"
                                                        + " another of the published models."));
        long row = number(in, 1, LARGEST_SIDE);
        long rows = 1;
        for (int i = 1; i < dimensions; i++) {
            rows *= number(in, 1, LARGEST_SIDE);
        }
        String name = new String(in.next(length), StandardCharsets.UTF_8);
        Long bytes = type.bytes(row, rows).orElse(0L);
        require(bytes > 0);
        in.skip(bytes);
        return name;
    }

    boolean isMultilingual() {
        return vocabulary > ENGLISH_VOCABULARY;
    }

    /** Which of the published sizes it has: "tiny", "large turbo". */
    String size() {
        String usual =
                switch (audioLayers) {
                    case 4 -> "tiny";
                    case 6 -> "base";
                    case 12 -> "small";
                    case 24 -> "medium";
                    case 32 -> textLayers == TURBO_LAYERS ? "large turbo" : "large";
                    default -> audioLayers + " layers";
                };
        boolean distilled = textLayers == DISTILLED_LAYERS && audioLayers > textLayers;
        return distilled ? usual + " distilled" : usual;
    }
}
