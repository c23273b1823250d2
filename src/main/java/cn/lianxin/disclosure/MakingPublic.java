package cn.lianxin.disclosure;

import cn.lianxin.duty.DutyChanged;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one place through which every publication, correction, withdrawal, objection, reply, end and change of the list goes. */
@Component
class MakingPublic {

    private final List<PublicRecord> records;
    private final AuditTrail audit;

    MakingPublic(List<PublicRecord> records, AuditTrail audit) {
        this.records = List.copyOf(records);
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void published(Notice notice, Version version, Instant at, Actor by) {
        var kind =
                switch (version.kind()) {
                    case PUBLICATION -> PublicAct.Kind.PUBLISHED;
                    case CORRECTION -> PublicAct.Kind.CORRECTED;
                    case WITHDRAWAL -> PublicAct.Kind.WITHDRAWN;
                };
        var parts = new LinkedHashMap<String, String>();
        parts.put("duty", notice.duty() + "/" + version.dutyPlace());
        parts.put("period", notice.period());
        parts.put("title", version.title());
        parts.put("body", version.body());
        parts.put("columns", String.join("\t", version.table().columns()));
        parts.put("cells", version.table().written());
        parts.put(
                "files",
                String.join(" ", version.files().stream().map(Object::toString).toList()));
        parts.put("reason", version.reason());
        parts.put("closes-earlier", Boolean.toString(version.closesEarlier()));
        enter(kind, "disclosure:" + notice.number(), version.place(), at, notice.circle(), parts, by);
    }

    /** Whoever gave no name is nobody here either: the trail gets a visitor, whoever was signed in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void objected(Notice notice, Objection objection, Actor by) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("of", "disclosure:" + notice.number());
        parts.put("words", objection.words());
        var known = objection.person().isPresent() ? by : new Actor.Visitor();
        enter(
                PublicAct.Kind.OBJECTED,
                "objection:" + objection.id(),
                objection.place(),
                objection.at(),
                notice.circle(),
                parts,
                known);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void replied(Notice notice, Objection objection, Reply reply, Actor by) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("of", "disclosure:" + notice.number());
        parts.put("outcome", reply.outcome().name());
        parts.put("reasons", reply.reasons());
        enter(
                PublicAct.Kind.REPLIED,
                "objection:" + objection.id(),
                objection.place(),
                reply.at(),
                notice.circle(),
                parts,
                by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(Notice notice, int place, Instant at) {
        enter(
                PublicAct.Kind.ENDED,
                "disclosure:" + notice.number(),
                place,
                at,
                notice.circle(),
                new LinkedHashMap<>(),
                new Actor.Clockwork("disclosures"));
    }

    @EventListener
    void changed(DutyChanged change) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("wording", change.duty().toString());
        parts.put("reason", change.reason());
        pass(new PublicAct(
                PublicAct.Kind.RULE_CHANGED,
                "duty:" + change.duty().code(),
                change.duty().place(),
                change.at(),
                Optional.empty(),
                parts));
    }

    private void enter(
            PublicAct.Kind kind,
            String subject,
            int place,
            Instant at,
            UnitId circle,
            SequencedMap<String, String> parts,
            Actor by) {
        audit.record(by, "disclosure." + kind.name().toLowerCase(Locale.ROOT), subject, "");
        pass(new PublicAct(kind, subject, place, at, Optional.of(circle), parts));
    }

    private void pass(PublicAct act) {
        records.forEach(one -> one.enter(act));
    }
}
