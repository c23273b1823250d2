package cn.lianxin.ledger;

import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Matters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words that stand in exported ledgers, in both languages; what was written in either is understood again. */
@Component
class LedgerWords {

    static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final MessageSource messages;
    private final Matters matters;

    LedgerWords(MessageSource messages, Matters matters) {
        this.messages = messages;
        this.matters = matters;
    }

    /** Code and name: {@code A1 工资发放}. */
    String ofMatter(String code, Locale language) {
        return code + " " + matters.get(code).name(language.getLanguage().equals("zh"));
    }

    String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    String of(Enum<?> constant, Locale language) {
        return of(constant.getDeclaringClass().getSimpleName(), constant.name(), language);
    }

    String ofState(String state, Locale language) {
        return of("State", state, language);
    }

    private String of(String type, String name, Locale language) {
        return say("ledger.word." + type + "." + name, language);
    }

    /** The constant that the cell names; empty where it names none. */
    <E extends Enum<E>> Optional<E> constant(Class<E> type, String cell) {
        var word = PlainText.line(cell);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        LANGUAGES.stream().anyMatch(it -> of(constant, it).equalsIgnoreCase(word)))
                .findFirst();
    }
}
