package cn.lianxin.concern;

import cn.lianxin.kernel.DomainEvent;
import java.util.List;

/** Nothing that was said in these is left; whoever could still prove it lets go of that in the same transaction. */
public record WordsErased(List<Long> concerns) implements DomainEvent {

    public WordsErased {
        concerns = List.copyOf(concerns);
    }
}
