package cn.lianxin.webhook;

import cn.lianxin.platform.outgoing.Exchange;
import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.HttpCall;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import cn.lianxin.platform.outgoing.Trouble;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One call to an endpoint, signed as of now. */
@Component
class SignedCalls {

    private static final int GONE = 410;

    private final Endpoints endpoints;
    private final OutgoingCalls calls;
    private final Clock clock;

    SignedCalls(Endpoints endpoints, OutgoingCalls calls, Clock clock) {
        this.endpoints = endpoints;
        this.calls = calls;
        this.clock = clock;
    }

    Outcome call(Endpoint endpoint, String id, String body, Handover handover) {
        var now = clock.instant();
        var headers = Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature", Signature.of(id, now, body, endpoints.secretsOf(endpoint.id(), now)));
        var exchange = calls.send(new HttpCall("POST", endpoint.url(), headers, "application/json", body), handover);
        return exchange instanceof Exchange.Answer answer && answer.status() == GONE
                ? new Outcome.Impossible(Trouble.REFUSED, "HTTP 410")
                : Outcome.of(exchange, _ -> new Outcome.Accepted(""));
    }
}
