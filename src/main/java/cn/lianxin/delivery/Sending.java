package cn.lianxin.delivery;

import cn.lianxin.platform.outgoing.Exchange;
import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.Mail;
import cn.lianxin.platform.outgoing.Mailing;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import cn.lianxin.platform.outgoing.Trouble;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends one letter to one address by one way. */
@Component
class Sending {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ID = 100;

    private final Mailing mailing;
    private final OutgoingCalls calls;
    private final Messengers messengers;

    Sending(Mailing mailing, OutgoingCalls calls, Messengers messengers) {
        this.mailing = mailing;
        this.calls = calls;
        this.messengers = messengers;
    }

    Outcome send(Way way, String address, Letter letter, Handover handover) {
        return Messenger.isMessenger(way.key())
                ? call(way, address, letter, handover)
                : mailing.send(mail(address, letter), handover);
    }

    /** For a person who waits before his screen. */
    Outcome sendAtOnce(Way way, String address, Letter letter) {
        return Messenger.isMessenger(way.key())
                ? call(way, address, letter, () -> {})
                : mailing.sendAtOnce(mail(address, letter));
    }

    private static Mail mail(String address, Letter letter) {
        var text = letter.link().isEmpty() ? letter.text() : letter.text() + "\n\n" + letter.link() + "\n";
        return new Mail(letter.id(), address, letter.subject(), text);
    }

    private Outcome call(Way way, String address, Letter letter, Handover handover) {
        return messengers
                .find(Messenger.idOf(way.key()))
                .map(messenger -> call(messenger, address, letter, handover))
                .orElseGet(() -> new Outcome.Failed(Trouble.NOT_SET_UP, way.key()));
    }

    private Outcome call(Messenger messenger, String address, Letter letter, Handover handover) {
        var call = CallTemplate.call(messenger, address, letter, messengers.secretOf(messenger.id()));
        return Outcome.of(calls.send(call, handover), answer -> judge(messenger, answer));
    }

    /** Many gateways answer 200 and say in the body that they did not take it. */
    private static Outcome judge(Messenger messenger, Exchange.Answer answer) {
        var body = json(answer.body());
        if (!messenger.successPointer().isEmpty()) {
            var said = at(body, messenger.successPointer());
            if (!said.equals(messenger.successValue())) {
                // At most a short code: a sentence of the gateway might repeat the number.
                var code = said.matches("[A-Za-z0-9_.-]{1,20}") && !said.matches("\\+?[0-9]{7,}") ? said : "?";
                return new Outcome.Failed(
                        Trouble.REFUSED, "HTTP " + answer.status() + " " + messenger.successPointer() + " = " + code);
            }
        }
        var id = messenger.idPointer().isEmpty() ? "" : at(body, messenger.idPointer());
        return new Outcome.Accepted(id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException none) {
            return JSON.createObjectNode();
        }
    }

    private static String at(JsonNode body, String pointer) {
        var found = body.at(CallTemplate.pointer(pointer, ""));
        return found.isValueNode() ? found.asString() : "";
    }
}
