package cn.lianxin.newsroom;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.reprint.Reprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One article in memory, with its texts and passes as the store would keep them. */
final class Bench {

    static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    static final PersonId AUTHOR = new PersonId(1);
    static final Hand FIRST = hand(2, Role.EDITOR);
    static final Hand SECOND = hand(3, Role.SECTION_EDITOR);
    static final Hand THIRD = hand(4, Role.CHIEF_EDITOR);
    static final Hand OTHER_FIRST = hand(5, Role.EDITOR);
    /** Holds all of them. */
    static final Hand ALL = hand(6, Role.EDITOR, Role.SECTION_EDITOR, Role.CHIEF_EDITOR);

    final Procedure procedure;
    final Map<Long, Revision> revisions = new HashMap<>();
    Article article;
    Instant now = NOW;
    private long last;

    Bench(Procedure procedure) {
        this.procedure = procedure;
        var first = write(1, text(0), AUTHOR);
        article = new Article(
                1,
                "headline",
                ArticleKind.TEXT,
                AUTHOR,
                new UnitId(9),
                NOW,
                new Article.Work(Working.IN_REVIEW, first, 1, 1, Optional.empty()),
                Article.Face.NONE,
                0);
    }

    static Procedure three() {
        return procedure(3, Optional.empty(), 1);
    }

    static Procedure procedure(int before, Optional<Duration> lastWithin, int voidsFrom) {
        var permits = new HashSet<Procedure.Permit>();
        for (var role : Hand.EDITORS) {
            for (var right : ArticleRight.values()) {
                for (var state : List.of("IN_REVIEW", "PASSED", "SCHEDULED", "PUBLIC", "RETRACTED")) {
                    permits.add(new Procedure.Permit(right, state, role));
                }
            }
        }
        return new Procedure(
                "x",
                before,
                lastWithin,
                voidsFrom,
                List.of(
                        new Procedure.Stage(1, Role.EDITOR, "一", "1"),
                        new Procedure.Stage(2, Role.SECTION_EDITOR, "二", "2"),
                        new Procedure.Stage(3, Role.CHIEF_EDITOR, "三", "3")),
                permits);
    }

    static Hand hand(long person, Role... roles) {
        return new Hand(new PersonId(person), "人" + person, Set.of(roles));
    }

    static Content text(int number) {
        return new Content("综采一队破纪录", "张三", "北岭矿", "第 " + number + " 稿", Reprint.NONE, List.of());
    }

    long write(int round, Content content, PersonId by) {
        var id = ++last;
        revisions.put(id, new Revision(id, 1, (int) id, round, content, content.digest(), by, now, "", List.of()));
        return id;
    }

    Revision current() {
        return java.util.Objects.requireNonNull(revisions.get(article.work().revision()));
    }

    void pass(Hand by) {
        pass(by, current().digest());
    }

    void pass(Hand by, String seen) {
        var place = article.work().nextPlace();
        var revision = current();
        article = article.pass(revision, procedure, by, seen);
        keep(revision, new Revision.Pass(place, by.person(), by.name(), 0, now));
    }

    private void keep(Revision revision, Revision.Pass pass) {
        var passes = new ArrayList<>(revision.passes());
        passes.add(pass);
        revisions.put(revision.id(), copy(revision, passes));
    }

    private static Revision copy(Revision r, List<Revision.Pass> passes) {
        return new Revision(
                r.id(),
                r.article(),
                r.place(),
                r.round(),
                r.content(),
                r.digest(),
                r.writtenBy(),
                r.writtenAt(),
                "",
                passes);
    }

    /** By an editor while it is read; passes of stages before the configured one stay. */
    void edit(Content content, Hand by) {
        var before = current();
        var id = write(before.round(), content, by.person());
        var after = article.edit(id, procedure, by);
        article = after;
        revisions.put(
                id,
                copy(
                        current(),
                        before.passes().stream()
                                .filter(pass -> pass.place() < procedure.voidsFrom())
                                .toList()));
    }

    void correct(Content content, Hand by) {
        var id = write(article.work().round() + 1, content, by.person());
        article = article.correct(id, procedure, by);
    }

    void publish(Hand by) {
        article = article.publish(current(), procedure, by, now);
    }

    void passAll() {
        pass(FIRST);
        pass(SECOND);
        pass(THIRD);
    }

    /** Whether it was done; a refusal changes nothing. */
    static boolean did(Runnable move) {
        try {
            move.run();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
