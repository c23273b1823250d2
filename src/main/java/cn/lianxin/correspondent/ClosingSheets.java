package cn.lianxin.correspondent;

import cn.lianxin.correspondent.Sheets.Deed;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 结账: a chief editor who put no hand to a sheet closes exactly what he has looked at; and whoever sees it computes it again. */
@Component
class ClosingSheets {

    private final Sheets sheets;
    private final SheetLines lines;
    private final Directory directory;
    private final AuditTrail audit;

    ClosingSheets(Sheets sheets, SheetLines lines, Directory directory, AuditTrail audit) {
        this.sheets = sheets;
        this.lines = lines;
        this.directory = directory;
        this.audit = audit;
    }

    boolean mayClose(Sheets.Head head, Actor.Member by) {
        return Keepers.isChief(by, directory.upwards(head.unit())) && !hadAHandInIt(head, by);
    }

    private boolean hadAHandInIt(Sheets.Head head, Actor.Member by) {
        return sheets.steps(head.id()).stream().anyMatch(step -> step.person().equals(by.person()));
    }

    /** @param seen digest of what was on the page that he looked at */
    @Transactional
    void close(long sheet, String seen, Actor.Member by) {
        var head = sheets.hold(sheet, by);
        if (head.isClosed()) {
            throw new Refusal.Conflict("fee-closed");
        }
        if (!Keepers.isChief(by, directory.upwards(head.unit()))) {
            throw new Refusal.NotAllowed("fee-chief-only");
        }
        if (hadAHandInIt(head, by)) {
            throw new Refusal.NotAllowed("fee-two-people");
        }
        var computed = lines.read(head);
        if (!computed.withoutRate().isEmpty()) {
            throw new Refusal.Conflict("fee-no-rate");
        }
        if (!computed.digest().equals(seen.strip())) {
            throw new Refusal.Conflict("fee-changed");
        }
        lines.keep(computed);
        sheets.close(sheet, computed.document(), by);
        sheets.step(sheet, Deed.CLOSED, computed.digest(), by);
        audit.record(by, "correspondent.month-closed", "fees:" + sheet, computed.digest());
    }

    /** Whether computing a closed month again from what lies beside it gives the same bytes. */
    @Transactional(readOnly = true)
    boolean isSame(Sheets.Head head) {
        var again = lines.read(head);
        return again.document().equals(head.document()) && again.digest().equals(head.digest()) && lines.isKept(again);
    }
}
