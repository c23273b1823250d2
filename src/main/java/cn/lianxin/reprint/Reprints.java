package cn.lianxin.reprint;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 转载: only from a source that is permitted on that day, and by an editor whose real name it is. */
@Component
public class Reprints {

    private static final List<Role> EDITORS = List.of(Role.EDITOR, Role.SECTION_EDITOR, Role.CHIEF_EDITOR);

    private final PermittedSources sources;
    private final RoleHolders holders;
    private final Directory directory;

    Reprints(PermittedSources sources, RoleHolders holders, Directory directory) {
        this.sources = sources;
        this.holders = holders;
        this.directory = directory;
    }

    /** Refuses {@code reprint-source}, {@code reprint-no-editor}. */
    public void mustBePermitted(Reprint reprint, UnitId unit, Instant at) {
        if (!reprint.any()) {
            return;
        }
        sources.permission(reprint.source(), day(at));
        var known = EDITORS.stream()
                .flatMap(role -> holders.nearestUnitWith(role, unit).stream()
                        .flatMap(holding -> holders.holders(role, holding).stream()))
                .anyMatch(person -> directory.person(person).name().equals(reprint.editor()));
        if (!known) {
            throw new Refusal.Violation("reprint-editor", "reprint-no-editor", reprint.editor());
        }
    }

    /** Also when it comes out. */
    public boolean isPermitted(Reprint reprint, Instant at) {
        return !reprint.any()
                || sources.on(day(at)).stream().anyMatch(source -> source.name().equals(reprint.source()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Screen.ZONE);
    }
}
