package cn.lianxin.sealed;

import cn.lianxin.kernel.DomainEvent;
import java.util.List;

/** Of these sealed reports nothing is left; whoever could still prove them lets go of that in the same transaction. */
public record SealedErased(List<Long> reports) implements DomainEvent {

    public SealedErased {
        reports = List.copyOf(reports);
    }
}
