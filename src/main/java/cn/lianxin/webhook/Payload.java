package cn.lianxin.webhook;

import cn.lianxin.concern.StepFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a call: {@code type}, {@code timestamp}, {@code data}. */
final class Payload {

    private static final JsonMapper JSON = new JsonMapper();

    private Payload() {}

    /**
     * @param desk code of the unit whose desk received it
     * @param lead code of the unit that leads, empty while none does
     */
    static String of(EventKind kind, StepFacts facts, String desk, String lead) {
        var body = envelope(kind.type(), facts.at());
        var data = body.putObject("data");
        data.put("concern", facts.number().toString());
        data.put("step", facts.place());
        data.put("desk", desk);
        data.put("lead", lead);
        return JSON.writeValueAsString(body);
    }

    static String trial(Instant at) {
        var body = envelope("trial", at);
        body.putObject("data");
        return JSON.writeValueAsString(body);
    }

    private static ObjectNode envelope(String type, Instant at) {
        var body = JSON.createObjectNode();
        body.put("type", type);
        body.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        return body;
    }
}
