package cn.lianxin.administration;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.platform.audit.SecurityEvent;
import cn.lianxin.platform.audit.SecurityLog;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who signed in, failed to, or was refused, by name. */
@Component
class SignIns {

    /** @param name empty where nobody knows who it was */
    record Row(SecurityEvent event, String name) {}

    private final SecurityLog security;
    private final KeyNames keyNames;

    SignIns(SecurityLog security, KeyNames keyNames) {
        this.security = security;
        this.keyNames = keyNames;
    }

    /**
     * Newest first.
     *
     * @throws cn.lianxin.kernel.Refusal.NotFound for whoever neither inspects nor audits
     */
    @Transactional(readOnly = true)
    Page<Row> newest(Optional<String> after, Actor actor) {
        var page = security.newest(after, actor);
        var names = keyNames.of(page.rows().stream()
                .flatMap(event -> event.person().map(KeyNames::key).stream())
                .toList());
        return new Page<>(
                page.rows().stream()
                        .map(event -> new Row(
                                event,
                                event.person()
                                        .map(person -> names.in(KeyNames.key(person)))
                                        .orElse("")))
                        .toList(),
                page.next());
    }
}
