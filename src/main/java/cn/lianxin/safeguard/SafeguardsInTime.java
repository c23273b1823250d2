package cn.lianxin.safeguard;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.SafeguardingConcerns;
import cn.lianxin.kernel.Actor;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Looking after people on a clock of one's own, for lives of concerns that lie in the past; within the caller's transaction. */
@Component
public class SafeguardsInTime {

    private final Watching watching;
    private final SpeakingUp speakingUp;
    private final SafeguardingConcerns concerns;

    SafeguardsInTime(Watching watching, SpeakingUp speakingUp, SafeguardingConcerns concerns) {
        this.watching = watching;
        this.speakingUp = speakingUp;
        this.concerns = concerns;
    }

    /** He is looked after from this moment of the clock on. */
    public void begin(ConcernNumber number, Actor speaker, Clock clock) {
        watching.on(clock).begin(concerns.ofSpeaker(number, speaker));
    }

    /** He tapped that he is given trouble, and said this. */
    public void trouble(ConcernNumber number, String words, Actor speaker, Clock clock) {
        var then = speakingUp.on(clock);
        then.trouble(number, speaker);
        then.say(number, words, speaker);
    }
}
