package auralis.library.search;

import auralis.library.search.Term.All;
import auralis.library.search.Term.Any;
import auralis.library.search.Term.Flag;
import auralis.library.search.Term.Not;
import auralis.library.search.Term.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a search from left to right, by recursive descent:
 *
 * <pre>
 * terms  = { choice }
 * choice = part { "OR" part }
 * part   = [ "-" ] ( "(" terms ")" | [ field ":" ] value )
 * value  = '"' text '"' | word
 * </pre>
 *
 * A part that asks for nothing (yet) is an empty Optional and leaves no trace.
 */
final class QueryParser {
    private static final Pattern FIELD = Pattern.compile("([\\p{L}_]+):(?!//)");
    private static final List<String> YES = List.of("yes", "true", "1");
    private static final List<String> NO = List.of("no", "false", "0");
    private static final String OR = "OR";
    private static final String QUOTES = "\"“”„";
    private static final int DEEPEST = 50;

    private final String text;
    private int at;
    private int depth;

    QueryParser(String text) {
        this.text = text;
    }

    List<Term> parse() throws QueryException {
        List<Term> all = new ArrayList<>();
        while (at < text.length()) {
            all.addAll(terms());
            at++; // a parenthesis that closes nothing
        }
        return all;
    }

    /** Up to the end or to a closing parenthesis. */
    private List<Term> terms() throws QueryException {
        List<Term> all = new ArrayList<>();
        for (skipSpaces(); hasMore(); skipSpaces()) {
            choice().ifPresent(term -> all.addAll(conditions(term)));
        }
        return all;
    }

    private static List<Term> conditions(Term term) {
        return term instanceof All all ? all.terms() : List.of(term);
    }

    private boolean hasMore() {
        return at < text.length() && text.charAt(at) != ')';
    }

    private void skipSpaces() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private Optional<Term> choice() throws QueryException {
        List<Term> parts = new ArrayList<>();
        do {
            skipSpaces();
            if (hasMore()) {
                part().ifPresent(term -> parts.addAll(alternatives(term)));
            }
        } while (skipOr());
        return parts.size() > 1 ? Optional.of(new Any(parts)) : parts.stream().findFirst();
    }

    private static List<Term> alternatives(Term term) {
        return term instanceof Any any ? any.terms() : List.of(term);
    }

    private boolean skipOr() {
        skipSpaces();
        int end = at + OR.length();
        boolean found = text.startsWith(OR, at) && (end == text.length() || isEnd(end));
        at = found ? end : at;
        return found;
    }

    private Optional<Term> part() throws QueryException {
        boolean negated = false;
        for (; at < text.length() && text.charAt(at) == '-'; at++) {
            negated = !negated;
        }
        if (!hasMore() || isSpace(text.charAt(at))) {
            return Optional.empty();
        }
        Optional<Term> term = text.charAt(at) == '(' ? group() : condition();
        return negated ? term.map(QueryParser::not) : term;
    }

    private static Term not(Term term) {
        return term instanceof Not not ? not.term() : new Not(term);
    }

    private Optional<Term> group() throws QueryException {
        if (++depth > DEEPEST) {
            throw new QueryException(
                    "That are more than " + DEEPEST + " parentheses in one another; use fewer.",
                    at,
                    at + 1);
        }
        at++;
        List<Term> terms = terms();
        at++;
        depth--;
        return terms.size() > 1 ? Optional.of(new All(terms)) : terms.stream().findFirst();
    }

    private Optional<Term> condition() throws QueryException {
        Matcher name = FIELD.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            return words(Optional.empty(), value());
        }
        int start = at;
        at = name.end();
        Field field = Field.named(name.group(1)).orElse(null);
        if (field instanceof TextField textField) {
            return words(Optional.of(textField), value());
        } else if (field instanceof NumberField numberField) {
            return NumberText.parse(numberField, value());
        } else if (field instanceof YesNoField yesNoField) {
            return flag(yesNoField, value());
        }
        throw new QueryException(Suggestion.insteadOf(name.group(1)), start, at - 1);
    }

    private static Optional<Term> words(Optional<TextField> field, Value value) {
        List<String> tokens = Fold.words(value.text());
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new Words(field, tokens, !value.complete()));
    }

    private static Optional<Term> flag(YesNoField field, Value value) throws QueryException {
        String word = value.text().toLowerCase(Locale.ROOT).strip();
        if (word.isEmpty()) {
            return Optional.empty();
        } else if (YES.stream().anyMatch(yes -> yes.startsWith(word))) {
            return Optional.of(new Flag(field, true));
        } else if (NO.stream().anyMatch(no -> no.startsWith(word))) {
            return Optional.of(new Flag(field, false));
        }
        throw value.refused(
                String.format("%1$s is yes or no: write %1$s:yes or %1$s:no.", field.key()));
    }

    /** A quoted text, or what there is up to the next space, quote or closing parenthesis. */
    private Value value() {
        boolean quoted = at < text.length() && isQuote(text.charAt(at));
        int from = quoted ? ++at : at;
        while (at < text.length() && !(quoted ? isQuote(text.charAt(at)) : isEnd(at))) {
            at++;
        }
        Value value = new Value(text.substring(from, at), from, at < text.length() && quoted);
        at += value.complete() ? 1 : 0;
        return value;
    }

    private boolean isEnd(int index) {
        char c = text.charAt(index);
        return isSpace(c) || isQuote(c) || c == ')';
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /**
     * What stands behind a field, or alone.
     *
     * @param from its place in the search
     * @param complete whether it stands in quotes, both of which are there
     */
    record Value(String text, int from, boolean complete) {
        QueryException refused(String message) {
            return new QueryException(message, from, from + text.length());
        }
    }
}
