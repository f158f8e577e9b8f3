package auralis.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text the sources ask for is there, and none that nobody asks for. */
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z]+)*");

    /** Calls whose first text is a key, and the methods of ours that hand it on to one. */
    private static final Pattern ASKED =
            Pattern.compile(
                    "(?:Texts\\.text|labelled\\(new \\w+(?:<>)?\\(\\)|named\\([^;]*?|heading"
                            + "|small|field)\\s*[(,]\\s*\"([^\"]+)\"");

    @Test
    void everyTextThatIsAskedForIsThere() {
        Set<String> asked = found(ASKED).map(match -> match.group(1)).collect(toSet());
        assertThat(asked).hasSizeGreaterThan(40).allMatch(Texts::has, "has a text");
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> literals = found(LITERAL).map(match -> match.group(1)).collect(toSet());
        Set<String> unused = new TreeSet<>(keys());
        unused.removeIf(key -> literals.contains(key) || isBuiltFrom(literals, key));
        assertThat(unused).isEmpty();
    }

    /**
     * {@code id.tip} and {@code id.name} belong to {@code id}; modules of the mastering panel add
     * on and amount.
     */
    private static boolean isBuiltFrom(Set<String> literals, String key) {
        return Stream.of(".tip", ".name", ".on.tip", ".on", ".amount")
                .anyMatch(
                        end ->
                                key.endsWith(end)
                                        && literals.contains(
                                                key.substring(0, key.length() - end.length())));
    }

    private static Set<String> keys() throws IOException {
        Path bundle = Path.of("src/main/resources/auralis/app/text/texts.properties");
        return Files.readAllLines(bundle).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .peek(key -> assertThat(key).matches(KEY))
                .collect(toSet());
    }

    private static Stream<MatchResult> found(Pattern pattern) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collector<String, ?, Set<String>> toSet() {
        return Collectors.toCollection(TreeSet::new);
    }
}
