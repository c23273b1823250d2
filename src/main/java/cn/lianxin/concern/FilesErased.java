package cn.lianxin.concern;

import cn.lianxin.kernel.DomainEvent;
import java.util.List;
import java.util.UUID;

/** These files are gone from these concerns; whoever could still prove them lets go of that in the same transaction. */
public record FilesErased(List<Gone> files) implements DomainEvent {

    /** What was split from a concern may have the same file and keep it. */
    public record Gone(long concern, UUID file) {}

    public FilesErased {
        files = List.copyOf(files);
    }
}
