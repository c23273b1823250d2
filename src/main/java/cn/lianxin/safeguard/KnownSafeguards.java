package cn.lianxin.safeguard;

import cn.lianxin.concern.Safeguards;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class KnownSafeguards implements Safeguards {

    private final Watching watching;
    private final Hearings hearings;

    KnownSafeguards(Watching watching, Hearings hearings) {
        this.watching = watching;
        this.hearings = hearings;
    }

    @Override
    public boolean asks(long concern) {
        return watching.asks(concern);
    }

    @Override
    public Set<String> heard(long concern) {
        return hearings.heard(concern);
    }
}
