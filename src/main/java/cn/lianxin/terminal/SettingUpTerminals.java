package cn.lianxin.terminal;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator makes the machine in front of him a shared one, or takes one out of use from anywhere. */
@Component
class SettingUpTerminals {

    private static final int LONGEST_NAME = 40;

    private final Terminals terminals;
    private final KnownTerminals known;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    SettingUpTerminals(Terminals terminals, KnownTerminals known, Directory directory, AuditTrail audit, Clock clock) {
        this.terminals = terminals;
        this.known = known;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Terminal> list(Actor by) {
        mustKeepTerminals(by);
        return terminals.below(by.unitsAs(Role.ADMINISTRATOR));
    }

    /** Refuses {@code terminal-name} where nobody could tell where it stands, {@code terminal-unit} outside his units. */
    @Transactional
    TerminalKey setUp(String name, UnitId unit, Actor by) {
        mustKeepTerminals(by);
        var clean = PlainText.line(name);
        if (clean.isBlank() || PlainText.lengthOf(clean) > LONGEST_NAME) {
            throw new Refusal.Violation("name", "terminal-name", LONGEST_NAME);
        }
        if (!directory.stands(unit)
                || by.unitsAs(Role.ADMINISTRATOR).stream().noneMatch(above -> directory.covers(above, unit))) {
            throw new Refusal.Violation("unit", "terminal-unit");
        }
        var key = TerminalKey.random();
        terminals.add(key, clean, unit, ((Actor.Member) by).person(), clock.instant());
        audit.record(by, "terminal.set-up", "unit:" + unit.value(), clean);
        return key;
    }

    @Transactional
    void retire(long id, Actor by) {
        mustKeepTerminals(by);
        if (!terminals.retire(id, by.unitsAs(Role.ADMINISTRATOR), clock.instant())) {
            throw new Refusal.NotFound();
        }
        audit.record(by, "terminal.retired", "terminal:" + id, "");
        known.forgetAll();
    }

    private static void mustKeepTerminals(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
    }
}
