package cn.lianxin.open311;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of this interface, in the language that the caller asked for. */
@Component
class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    String say(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    static boolean chinese(Locale language) {
        return language.getLanguage().equals("zh");
    }
}
