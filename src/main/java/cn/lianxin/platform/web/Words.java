package cn.lianxin.platform.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The sentences of one language. A key without a sentence is a bug and fails the page: tests render every page. */
public final class Words {

    private final MessageSource source;
    private final Locale locale;

    public Words(MessageSource source, Locale locale) {
        this.source = source;
        this.locale = locale;
    }

    public String of(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    /** The sentence for a constant: {@code of(Grade.U3)} is {@code grade.U3}, in the words of the reader. */
    public String of(Enum<?> constant) {
        return of(keyOf(constant));
    }

    public Locale locale() {
        return locale;
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    /** {@code VerdictKind.NOT_SOLVED} is {@code verdict-kind.NOT_SOLVED}. */
    static String keyOf(Enum<?> constant) {
        var type = constant.getDeclaringClass().getSimpleName();
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + "." + constant.name();
    }
}
