package cn.lianxin.scim;

import java.util.Locale;
import java.util.Optional;

/** Reads a filter by recursive descent: {@code or} binds weakest, then {@code and}, then {@code not}. */
final class FilterParser {

    private static final int LONGEST = 8_000;
    private static final int MOST_TERMS = 200;
    private static final int DEEPEST = 30;

    private final String text;
    private int at;
    private int terms;
    private int depth;

    private FilterParser(String text) {
        this.text = text;
    }

    /** @throws ScimFault {@code invalidFilter} */
    static Filter parse(String text) {
        if (text.length() > LONGEST) {
            throw new ScimFault(Fault.FILTER_TOO_LONG, LONGEST);
        }
        var parser = new FilterParser(text);
        var filter = parser.or();
        parser.skip();
        if (parser.at < text.length()) {
            throw parser.unclear();
        }
        return filter;
    }

    private Filter or() {
        var filter = and();
        while (word("or")) {
            filter = new Filter.Or(filter, and());
        }
        return filter;
    }

    private Filter and() {
        var filter = term();
        while (word("and")) {
            filter = new Filter.And(filter, term());
        }
        return filter;
    }

    private Filter term() {
        if (++terms > MOST_TERMS) {
            throw new ScimFault(Fault.FILTER_TOO_LONG, LONGEST);
        }
        if (notAhead()) {
            return new Filter.Not(grouped('(', ')'));
        }
        skip();
        if (ahead('(')) {
            return grouped('(', ')');
        }
        var path = path();
        if (ahead('[')) {
            return new Filter.Within(path, grouped('[', ']'));
        }
        var operator = letters();
        if (operator.equalsIgnoreCase("pr")) {
            return new Filter.Present(path);
        }
        return comparison(path, Filter.Operator.named(operator).orElseThrow(this::unclear));
    }

    private Filter comparison(String path, Filter.Operator operator) {
        skip();
        var value = Json.literal(value()).orElseThrow(this::unclear);
        if (value.isString() && value.asString().indexOf('\0') >= 0) {
            throw unclear();
        }
        return new Filter.Compare(path, operator, value);
    }

    private Filter grouped(char opening, char closing) {
        if (++depth > DEEPEST) {
            throw new ScimFault(Fault.FILTER_TOO_LONG, LONGEST);
        }
        skip();
        expect(opening);
        var filter = or();
        skip();
        expect(closing);
        depth--;
        return filter;
    }

    /** {@code not (}: an attribute could be called not, too. */
    private boolean notAhead() {
        var before = at;
        if (word("not")) {
            skip();
            if (ahead('(')) {
                return true;
            }
        }
        at = before;
        return false;
    }

    /** The name as it stands; whoever uses the filter knows which there are. */
    private String path() {
        var start = at;
        while (at < text.length() && isPath(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw unclear();
        }
        return text.substring(start, at);
    }

    private static boolean isPath(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || "-_.:$".indexOf(character) >= 0;
    }

    private String letters() {
        skip();
        var start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String value() {
        var start = at;
        if (ahead('"')) {
            at++;
            while (at < text.length() && !ahead('"')) {
                at += ahead('\\') ? 2 : 1;
            }
            at = Math.min(at + 1, text.length());
        } else {
            while (at < text.length() && " )]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        var value = text.substring(start, at);
        return Optional.of(value.toLowerCase(Locale.ROOT))
                .filter(word -> word.equals("true") || word.equals("false") || word.equals("null"))
                .orElse(value);
    }

    /** Goes beyond the word if it comes next and ends there. */
    private boolean word(String word) {
        var before = at;
        skip();
        if (text.regionMatches(true, at, word, 0, word.length())) {
            var end = at + word.length();
            if (end == text.length() || !isPath(text.charAt(end))) {
                at = end;
                return true;
            }
        }
        at = before;
        return false;
    }

    private void skip() {
        while (ahead(' ')) {
            at++;
        }
    }

    private boolean ahead(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private void expect(char character) {
        if (!ahead(character)) {
            throw unclear();
        }
        at++;
    }

    private ScimFault unclear() {
        return new ScimFault(Fault.FILTER_UNCLEAR, Math.min(at, text.length()) + 1);
    }
}
