package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Appointment;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.KnownPeople.LeadingPost;
import cn.lianxin.organization.KnownPerson;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.PersonTraits;
import cn.lianxin.organization.Staffing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds what a roster says of a person beside what the organization knows of him, and writes the difference into the plan.
 * Where the two are of different days nothing is changed: a row that begins later waits for its day, and what the
 * organization learnt after the file's day is not undone.
 */
final class RosterComparison {

    private static final String ORDINARY_TITLE = "职工";
    private static final String BETWEEN = " · ";

    private record Post(String code, String title) {}

    /** What the file makes of a post: whether anybody in it leads, and who is named for it. */
    private record Marked(RosterRow.Place place, String title, boolean leads, RosterRow row) {}

    private final RosterPlan plan;
    private final ColumnMapping mapping;
    private final KnownUnits units;
    private final Predicate<UnitId> reach;
    private final LocalDate today;
    private final Staffing staffing;
    private final Directory directory;
    private final Actor by;
    private final Map<Post, Marked> marked = new LinkedHashMap<>();

    RosterComparison(
            RosterPlan plan,
            ColumnMapping mapping,
            KnownUnits units,
            Predicate<UnitId> reach,
            LocalDate today,
            Staffing staffing,
            Directory directory,
            Actor by) {
        this.plan = plan;
        this.mapping = mapping;
        this.units = units;
        this.reach = reach;
        this.today = today;
        this.staffing = staffing;
        this.directory = directory;
        this.by = by;
    }

    /** Somebody who stands in the file. */
    void present(List<RosterRow> rows, Optional<KnownPerson> known) {
        var main = rows.stream().filter(row -> !row.besides()).findFirst();
        var besides = rows.stream().filter(RosterRow::besides).toList();
        if (main.isEmpty()) {
            onlyBesides(besides, known);
            return;
        }
        var row = main.get();
        var working = known.filter(person -> !person.left());
        if (row.since().filter(since -> since.isAfter(today)).isPresent()) {
            waits(row, working, RosterNote.LATER);
        } else if (known.isEmpty()) {
            join(row, besides);
        } else if (working.isEmpty()) {
            comeBack(row, besides, known.get());
        } else if (working.flatMap(KnownPerson::unit).filter(reach.negate()).isPresent()) {
            plan.fault(row.row(), ImportColumn.STAFF_NUMBER, "organization-not-yours");
        } else {
            compare(row, besides, working.get());
        }
    }

    /** Somebody with a post in the scope who stands nowhere in the file. */
    void missing(KnownPerson known) {
        if (known.unit().filter(this::isInside).isEmpty()) {
            compareBesides(known, List.of());
        } else if (isNewer(known)) {
            plan.line(line(RosterList.WAITS, known, placeOf(known.main()), "", RosterNote.NEWER, 0));
        } else {
            var lastDay = posts(known)
                    .map(Appointment::from)
                    .reduce(plan.scope().day().minusDays(1), (one, other) -> one.isAfter(other) ? one : other);
            plan.line(line(RosterList.LEAVES, known, placeOf(known.main()), "", RosterNote.NONE, 0));
            plan.leave(new RosterPlan.Leaving(
                    known.id(), known.staffNumber(), known.name(), () -> staffing.leave(known.id(), lastDay, by)));
        }
    }

    /** After everybody: which posts lead from now on, and which no longer, where the file says so at all. */
    void leading(Set<LeadingPost> leading) {
        if (mapping.position(ImportColumn.LEADS).isEmpty()) {
            return;
        }
        for (var post : marked.values()) {
            var leads = post.place()
                    .unit()
                    .filter(unit -> leading.contains(new LeadingPost(unit, post.title())))
                    .isPresent();
            if (leads != post.leads()) {
                var note = post.leads() ? RosterNote.LEADS : RosterNote.LEADS_NO_MORE;
                var text = post.place().path() + BETWEEN + post.title();
                plan.line(line(RosterList.CORRECTIONS, post.row(), text, text, note));
                plan.step(() -> staffing.mark(unitOf(post.place()), post.title(), post.leads(), by));
            }
        }
    }

    private void join(RosterRow row, List<RosterRow> besides) {
        var title = title(row, Optional.empty());
        var from = row.since().orElse(plan.scope().day());
        plan.line(line(RosterList.JOINS, row, "", text(row.place(), title), RosterNote.NONE));
        mark(row, title);
        besides.forEach(post -> mark(post, title(post, Optional.empty())));
        plan.step(() -> {
            var person = staffing.hire(
                    new NewPerson(
                            row.number(),
                            row.name(),
                            row.employment().orElse(Employment.OWN),
                            row.phone().orElse("")),
                    by);
            staffing.appoint(person, unitOf(row.place()), title, false, from, true, by);
            if (!row.traits().equals(PersonTraits.NONE)) {
                staffing.describe(person, row.traits(), by);
            }
            for (var post : besides) {
                staffing.appoint(
                        person, unitOf(post.place()), title(post, Optional.empty()), false, from(post), false, by);
            }
        });
    }

    private void comeBack(RosterRow row, List<RosterRow> besides, KnownPerson known) {
        var earliest = known.leftOn().orElseThrow().plusDays(1);
        var wanted = row.since().orElse(plan.scope().day());
        var from = wanted.isBefore(earliest) ? earliest : wanted;
        if (from.isAfter(today)) {
            waits(row, Optional.of(known), RosterNote.LATER);
            return;
        }
        var title = title(row, Optional.empty());
        plan.line(line(RosterList.JOINS, row, "", text(row.place(), title), RosterNote.RETURNS));
        mark(row, title);
        plan.step(() -> staffing.takeBack(known.id(), unitOf(row.place()), title, from, by));
        correct(row, known);
        compareBesides(known, besides);
    }

    private void compare(RosterRow row, List<RosterRow> besides, KnownPerson known) {
        var title = title(row, known.title());
        var moves = known.main().isEmpty()
                || !known.unit().equals(row.place().unit())
                || !known.title().equals(Optional.of(title));
        if (moves && isNewer(known)) {
            waits(row, Optional.of(known), RosterNote.NEWER);
            return;
        }
        mark(row, title);
        if (moves) {
            var before = known.main().map(Appointment::from);
            var day = plan.scope().day();
            var from = row.since()
                    .filter(since -> before.isEmpty() || since.isAfter(before.get()))
                    .orElse(day);
            var elsewhere = known.unit().filter(unit -> !isInside(unit)).isPresent();
            plan.line(line(
                    RosterList.MOVES,
                    row,
                    placeOf(known.main()),
                    text(row.place(), title),
                    elsewhere ? RosterNote.FROM_ELSEWHERE : RosterNote.NONE));
            plan.step(() -> staffing.transfer(known.id(), unitOf(row.place()), title, from, by));
        }
        var corrected = correct(row, known);
        var others = compareBesides(known, besides);
        if (!moves && !corrected && !others) {
            plan.line(line(RosterList.STAYS, row, placeOf(known.main()), "", RosterNote.NONE));
        }
    }

    private void onlyBesides(List<RosterRow> besides, Optional<KnownPerson> known) {
        var elsewhere = known.filter(person -> !person.left())
                .flatMap(KnownPerson::unit)
                .filter(unit -> !isInside(unit));
        if (elsewhere.isEmpty()) {
            var first = besides.getFirst();
            plan.fault(first.row(), ImportColumn.BESIDES, "roster-main-missing", first.number());
        } else if (!compareBesides(known.orElseThrow(), besides)) {
            plan.line(line(
                    RosterList.STAYS,
                    besides.getFirst(),
                    placeOf(known.orElseThrow().main()),
                    "",
                    RosterNote.NONE));
        }
    }

    /** Whether anything of what is kept of him changes. */
    private boolean correct(RosterRow row, KnownPerson known) {
        var employment = row.employment().orElse(known.employment());
        var phone = row.phone().orElse(known.phone());
        var changed = note(row, RosterNote.NAME, known.name(), row.name())
                | note(row, RosterNote.EMPLOYMENT, known.employment().name(), employment.name())
                | note(row, RosterNote.PHONE, known.phone(), phone);
        if (changed) {
            plan.step(() -> staffing.correct(known.id(), row.name(), employment, phone, by));
        }
        return changed | describe(row, known);
    }

    private boolean describe(RosterRow row, KnownPerson known) {
        var traits = row.traits().or(known.traits());
        var changed = note(row, RosterNote.SEX, text(known.traits().sex()), text(traits.sex()))
                | note(row, RosterNote.BIRTH_YEAR, text(known.traits().birthYear()), text(traits.birthYear()));
        if (changed) {
            plan.step(() -> staffing.describe(known.id(), row.traits(), by));
        }
        return changed;
    }

    private static String text(Optional<?> known) {
        return known.map(Object::toString).orElse("");
    }

    private boolean note(RosterRow row, RosterNote note, String before, String after) {
        if (before.equals(after)) {
            return false;
        }
        plan.line(line(RosterList.CORRECTIONS, row, before, after, note));
        return true;
    }

    /** Whether his posts beside the main one change; where the file does not speak of such posts they stay. */
    private boolean compareBesides(KnownPerson known, List<RosterRow> wanted) {
        if (mapping.position(ImportColumn.BESIDES).isEmpty()) {
            return false;
        }
        var changed = false;
        var held = new HashMap<Post, Appointment>();
        known.besides().stream()
                .filter(post -> isInside(post.unit()))
                .forEach(post -> held.put(new Post(units.get(post.unit()).code(), post.title()), post));
        for (var row : wanted) {
            var title = title(row, Optional.empty());
            mark(row, title);
            if (held.remove(new Post(row.place().code(), title)) == null) {
                changed = true;
                plan.line(line(RosterList.CORRECTIONS, row, "", text(row.place(), title), RosterNote.BESIDES_BEGINS));
                plan.step(() -> staffing.appoint(known.id(), unitOf(row.place()), title, false, from(row), false, by));
            }
        }
        for (var post : held.values()) {
            if (!post.from().isAfter(plan.scope().day())) {
                changed = true;
                var lastDay = plan.scope().day().minusDays(1);
                plan.line(line(
                        RosterList.CORRECTIONS, known, placeOf(Optional.of(post)), "", RosterNote.BESIDES_ENDS, 0));
                plan.step(() -> staffing.relieve(
                        known.id(), post.id(), lastDay.isBefore(post.from()) ? post.from() : lastDay, by));
            }
        }
        return changed;
    }

    private void waits(RosterRow row, Optional<KnownPerson> known, RosterNote note) {
        var before = known.map(person -> placeOf(person.main())).orElse("");
        plan.line(line(RosterList.WAITS, row, before, text(row.place(), title(row, Optional.empty())), note));
    }

    private void mark(RosterRow row, String title) {
        marked.merge(
                new Post(row.place().code(), title),
                new Marked(row.place(), title, row.leads(), row),
                (one, other) -> one.leads() ? one : other);
    }

    private boolean isNewer(KnownPerson known) {
        return known.main()
                .filter(post -> post.from().isAfter(plan.scope().day()))
                .isPresent();
    }

    private boolean isInside(UnitId unit) {
        return units.isBelow(unit, plan.scope().unit());
    }

    private LocalDate from(RosterRow row) {
        return row.since()
                .filter(since -> !since.isAfter(today))
                .orElse(plan.scope().day());
    }

    private UnitId unitOf(RosterRow.Place place) {
        return place.unit()
                .orElseGet(
                        () -> directory.unitByCode(place.code()).orElseThrow().id());
    }

    private String placeOf(Optional<Appointment> post) {
        return post.map(one -> units.path(one.unit()) + BETWEEN + one.title()).orElse("");
    }

    private static String text(RosterRow.Place place, String title) {
        return place.path() + BETWEEN + title;
    }

    private static String title(RosterRow row, Optional<String> known) {
        return row.title().or(() -> known).orElse(ORDINARY_TITLE);
    }

    private static java.util.stream.Stream<Appointment> posts(KnownPerson known) {
        return java.util.stream.Stream.concat(known.main().stream(), known.besides().stream());
    }

    private static RosterLine line(RosterList list, RosterRow row, String before, String after, RosterNote note) {
        return new RosterLine(
                list, row.number(), row.name(), before, after, note, row.row().number());
    }

    private static RosterLine line(
            RosterList list, KnownPerson known, String before, String after, RosterNote note, int row) {
        return new RosterLine(list, known.staffNumber(), known.name(), before, after, note, row);
    }
}
