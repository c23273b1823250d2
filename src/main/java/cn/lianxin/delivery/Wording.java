package cn.lianxin.delivery;

import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words that leave the house. They follow from the language alone: a lock screen tells nothing of what happened. */
@Component
class Wording {

    private final MessageSource messages;
    private final String address;

    Wording(MessageSource messages, @Value("${lianxin.address:}") String address) {
        this.messages = messages;
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    Letter somethingNew(UUID id, Locale language) {
        return new Letter(
                id,
                say("outgoing.subject", language),
                say("outgoing.text", language),
                address.isEmpty() ? "" : address + "/inbox");
    }

    Letter code(String code, Locale language) {
        return new Letter(
                UUID.randomUUID(), say("outgoing.subject", language), say("outgoing.code", language, code), "");
    }

    Letter trial(Locale language) {
        return new Letter(UUID.randomUUID(), say("outgoing.subject", language), say("outgoing.trial", language), "");
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
