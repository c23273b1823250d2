package cn.lianxin.imprint;

import cn.lianxin.imprint.Changes.About;
import cn.lianxin.imprint.Changes.Change;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.Channel;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.KeepingChannels;
import cn.lianxin.newsroom.KeepingChannels.Way;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.transparency.PublicLog;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chief editors and administrators change sections and masthead, each time with a reason; how a section is read takes two of them. */
@Component
class ChangingPaper {

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST = 200;
    private static final int LONGEST_STAFF = 500;

    /** What somebody typed of a channel. */
    record TypedChannel(
            String code, String name, String english, int place, boolean taking, boolean hidden, String reason) {}

    /** What somebody typed of a masthead. */
    record TypedMasthead(
            String from,
            String paper,
            String english,
            String motto,
            String publisher,
            String chief,
            String staff,
            String telephone,
            String mail,
            String filing,
            String security,
            String former,
            String reason) {}

    private final Channels channels;
    private final KeepingChannels keeping;
    private final Mastheads mastheads;
    private final Proposals proposals;
    private final Changes changes;
    private final AuditTrail audit;
    private final PublicLog log;
    private final Clock clock;

    ChangingPaper(
            Channels channels,
            KeepingChannels keeping,
            Mastheads mastheads,
            Proposals proposals,
            Changes changes,
            AuditTrail audit,
            PublicLog log,
            Clock clock) {
        this.channels = channels;
        this.keeping = keeping;
        this.mastheads = mastheads;
        this.proposals = proposals;
        this.changes = changes;
        this.audit = audit;
        this.log = log;
        this.clock = clock;
    }

    static boolean reads(Actor actor) {
        return keeps(actor) || edits(actor);
    }

    static boolean edits(Actor actor) {
        return actor.is(Role.EDITOR) || actor.is(Role.SECTION_EDITOR) || actor.is(Role.CHIEF_EDITOR);
    }

    static boolean keeps(Actor actor) {
        return actor.is(Role.CHIEF_EDITOR) || actor.is(Role.ADMINISTRATOR);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }

    @Transactional
    void change(TypedChannel typed, Actor.Member by) {
        mustKeep(by);
        var before = channels.find(typed.code()).orElseThrow(Refusal.NotFound::new);
        var order = channels.all().stream().map(Channel::code).toList();
        var reason = words(typed.reason(), LONGEST, "reason", "imprint-reason");
        var after = new Channel(
                before.code(),
                words(typed.name(), LONGEST_NAME, "name", "imprint-name"),
                words(typed.english(), LONGEST_NAME * 2, "english", "imprint-english"),
                before.kind(),
                before.procedure(),
                before.threeReviews(),
                typed.taking() && !typed.hidden(),
                typed.hidden());
        if (typed.place() < 1 || typed.place() > order.size()) {
            throw new Refusal.Violation("place", "imprint-place", order.size());
        }
        var moves = order.indexOf(typed.code()) + 1 != typed.place();
        if (!moves && after.equals(before)) {
            throw new Refusal.Violation("name", "imprint-nothing");
        }
        if (moves) {
            keeping.move(typed.code(), typed.place());
            write(About.ORDER, typed.code(), String.valueOf(typed.place()), reason, by);
        }
        if (!after.equals(before)) {
            keeping.change(after);
            write(About.CHANNEL, typed.code(), said(after), reason, by);
        }
    }

    private static String said(Channel channel) {
        return String.join(
                " · ",
                channel.name(),
                channel.englishName(),
                channel.hidden() ? "HIDDEN" : channel.taking() ? "TAKING" : "NOT_TAKING");
    }

    @Transactional
    void propose(String code, String procedure, String typedReason, Actor.Member by) {
        mustKeep(by);
        var channel = channels.find(code).orElseThrow(Refusal.NotFound::new);
        var way = way(procedure);
        var reason = words(typedReason, LONGEST, "reason", "imprint-reason");
        if (way.code().equals(channel.procedure())) {
            throw new Refusal.Violation("procedure", "imprint-nothing");
        }
        proposals.add(code, procedure, reason, by.is(Role.CHIEF_EDITOR), by, clock.instant());
        audit.record(by, "imprint.procedure-proposed", "channel:" + code, procedure + " " + reason);
    }

    /** Refuses {@code imprint-own-proposal}; and {@code imprint-no-chief} where no chief editor is one of the two. */
    @Transactional
    void agree(long id, Actor.Member by) {
        mustKeep(by);
        var proposal = proposals.hold(id);
        if (proposal.proposedBy().equals(by.person())) {
            throw new Refusal.NotAllowed("imprint-own-proposal");
        }
        if (!proposal.byChiefEditor() && !by.is(Role.CHIEF_EDITOR)) {
            throw new Refusal.NotAllowed("imprint-no-chief");
        }
        keeping.readBy(proposal.channel(), way(proposal.procedure()));
        proposals.decide(id, true, by, clock.instant());
        write(About.PROCEDURE, proposal.channel(), said(way(proposal.procedure())), proposal.reason(), by);
    }

    private static String said(Way way) {
        return way.code() + " · " + way.passes() + "/" + way.stages();
    }

    /** By anybody of them, also by whoever proposed it. */
    @Transactional
    void drop(long id, Actor.Member by) {
        mustKeep(by);
        var proposal = proposals.hold(id);
        proposals.decide(id, false, by, clock.instant());
        audit.record(by, "imprint.proposal-dropped", "channel:" + proposal.channel(), proposal.procedure());
    }

    /** From tomorrow at the earliest: what came out today keeps the names of today. Refuses {@code imprint-from}. */
    @Transactional
    void announce(TypedMasthead typed, Actor.Member by) {
        mustKeep(by);
        var from = day(typed.from());
        if (!from.isAfter(today())) {
            throw new Refusal.Violation("from", "imprint-from");
        }
        var reason = words(typed.reason(), LONGEST, "reason", "imprint-reason");
        var masthead = new Mastheads.Masthead(
                from,
                words(typed.paper(), LONGEST_NAME, "paper", "imprint-name"),
                words(typed.english(), LONGEST_NAME * 2, "english", "imprint-english"),
                perhaps(typed.motto(), LONGEST, "motto"),
                perhaps(typed.publisher(), LONGEST, "publisher"),
                words(typed.chief(), LONGEST, "chief", "imprint-chief"),
                perhaps(typed.staff(), LONGEST_STAFF, "staff"),
                perhaps(typed.telephone(), LONGEST, "telephone"),
                perhaps(typed.mail(), LONGEST, "mail"),
                perhaps(typed.filing(), LONGEST, "filing"),
                perhaps(typed.security(), LONGEST, "security"),
                perhaps(typed.former(), LONGEST, "former"));
        if (masthead.telephone().isEmpty() && masthead.mail().isEmpty()) {
            throw new Refusal.Violation("telephone", "imprint-contact");
        }
        mastheads.begin(masthead);
        write(About.MASTHEAD, from.toString(), said(masthead), reason, by);
    }

    private static String said(Mastheads.Masthead masthead) {
        return String.join(
                "\n",
                masthead.paper(),
                masthead.englishPaper(),
                masthead.motto(),
                masthead.publisher(),
                masthead.chiefEditor(),
                masthead.staff(),
                masthead.telephone(),
                masthead.mail(),
                masthead.filing(),
                masthead.securityFiling(),
                masthead.formerName());
    }

    private void write(About about, String subject, String content, String reason, Actor.Member by) {
        var id = changes.write(new Change(clock.instant(), by.name(), about, subject, content, reason), by);
        audit.record(by, "imprint.changed", about.name() + ":" + subject, reason);
        if (about != About.ORDER) {
            log.enter(ImprintPublications.CHANGE, "imprint-change:" + id);
        }
    }

    private Way way(String procedure) {
        return keeping.ways().stream()
                .filter(way -> way.code().equals(procedure))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("procedure", "imprint-procedure"));
    }

    private static void mustKeep(Actor.Member by) {
        if (!keeps(by)) {
            throw new Refusal.NotAllowed("imprint-not-yours");
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            throw new Refusal.Violation("from", "imprint-from");
        }
    }

    private static String words(String typed, int most, String field, String code) {
        var words = PlainText.line(typed);
        var length = PlainText.lengthOf(words);
        if (length == 0 || length > most) {
            throw new Refusal.Violation(field, code, most);
        }
        return words;
    }

    private static String perhaps(String typed, int most, String field) {
        var words = PlainText.line(typed);
        if (PlainText.lengthOf(words) > most) {
            throw new Refusal.Violation(field, "imprint-long", most);
        }
        return words;
    }
}
