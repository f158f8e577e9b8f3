package auralis.library.transcribe.align;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How many syllables words have, about: runs of vowels in alphabets, signs where each is a
 * syllable, and two fifths of the letters where vowels are not written.
 */
final class Syllables {
    private static final String VOWELS = "aeiouyøæœıаеиоуыэюяієαεηιουω";
    private static final double PER_CONSONANT = 0.4;
    private static final double PER_DIGIT = 1.6;

    private Syllables() {}

    static double of(String text) {
        double sum = 0;
        for (String word : text.strip().split("\\s+")) {
            sum += ofWord(word);
        }
        return sum;
    }

    private static double ofWord(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        double sum = 0;
        boolean inVowel = false;
        boolean isWord = false;
        for (int sign : plain.codePoints().toArray()) {
            boolean vowel = VOWELS.indexOf(sign) >= 0;
            if (Character.isLetterOrDigit(sign)) {
                sum += vowel ? (inVowel ? 0 : 1) : ofSign(sign);
                isWord = true;
            }
            inVowel = vowel || inVowel && Character.getType(sign) == Character.NON_SPACING_MARK;
        }
        return isWord ? Math.max(1, sum) : 0;
    }

    /** Of a letter that is no vowel. */
    private static double ofSign(int sign) {
        if (Character.isDigit(sign)) {
            return PER_DIGIT;
        }
        return switch (Character.UnicodeScript.of(sign)) {
            case LATIN, CYRILLIC, GREEK, COMMON -> 0;
            case HAN, HIRAGANA, KATAKANA -> 1;
            // Of Hangul too: the normal form takes its syllables apart into two or three signs.
            default -> PER_CONSONANT;
        };
    }
}
