package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.note.SignatureLine;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.note.TrustPolicy;
import cn.lianxin.platform.outgoing.Exchange;
import cn.lianxin.platform.outgoing.HttpCall;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows each witness of the policy the newest checkpoint, and keeps what it writes below it. */
@Component
class AskingWitnesses {

    private static final Logger LOG = LoggerFactory.getLogger(AskingWitnesses.class);

    private final Policy policy;
    private final Checkpoints checkpoints;
    private final Tiles tiles;
    private final OutgoingCalls calls;

    /** What each is known to have seen last; 0 asks it. */
    private final Map<String, Long> seen = new HashMap<>();

    AskingWitnesses(Policy policy, Checkpoints checkpoints, Tiles tiles, OutgoingCalls calls) {
        this.policy = policy;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.calls = calls;
    }

    synchronized void ask() {
        var newest = checkpoints.newest();
        if (newest.isEmpty() || newest.get().size() == 0) {
            return;
        }
        var missing = policy.witnesses().stream()
                .filter(one -> one.address().isPresent()
                        && newest.get().note().signedBy(List.of(one.key())).isEmpty())
                .toList();
        missing.forEach(one -> ask(one, newest.get()));
    }

    private void ask(TrustPolicy.Known witness, Checkpoints.Signed newest) {
        var name = witness.key().name();
        for (var attempt = 0; attempt < 2; attempt++) {
            var old = Math.min(seen.getOrDefault(name, 0L), newest.size());
            switch (send(witness, old, newest)) {
                case Exchange.Answer answer
                when answer.status() == 200 -> {
                    take(witness, newest, answer.body());
                    seen.put(name, newest.size());
                    return;
                }
                case Exchange.Answer answer
                when answer.status() == 409 && answer.body().strip().matches("[0-9]{1,18}") ->
                    seen.put(name, Long.parseLong(answer.body().strip()));
                case Exchange.Answer answer -> {
                    LOG.warn("the witness {} answers {}", name, answer.status());
                    return;
                }
                case Exchange.Lost lost -> {
                    LOG.warn("the witness {} did not answer: {}", name, lost.detail());
                    return;
                }
                case Exchange.Unreached unreached -> {
                    LOG.warn("the witness {} is not reached: {}", name, unreached.trouble());
                    return;
                }
            }
        }
    }

    private Exchange send(TrustPolicy.Known witness, long old, Checkpoints.Signed newest) {
        var proof = tiles.tree(newest.size()).consistency(old).stream()
                .map(hash -> hash + "\n")
                .collect(Collectors.joining());
        var url = witness.address().orElseThrow().replaceAll("/+$", "") + "/add-checkpoint";
        return calls.send(
                new HttpCall("POST", url, Map.of(), "text/plain", "old " + old + "\n" + proof + "\n" + newest.note()),
                () -> {});
    }

    private void take(TrustPolicy.Known witness, Checkpoints.Signed newest, String body) {
        try {
            var lines = body.strip().lines().map(SignatureLine::parse).toList();
            for (var line : lines) {
                if (!new SignedNote(newest.note().text(), List.of(line))
                        .signedBy(List.of(witness.key()))
                        .isEmpty()) {
                    checkpoints.cosigned(newest.size(), witness.key().name(), line);
                }
            }
        } catch (Unproven wrong) {
            LOG.warn(
                    "the witness {} answers with what is no cosignature: {}",
                    witness.key().name(),
                    wrong.reason());
        }
    }
}
