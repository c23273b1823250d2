package cn.lianxin.safeguard;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside has to look at.
 *
 * @param owner empty only while there is nobody outside
 * @param dueAt by when he has to take it up
 * @param steps the oldest first
 */
public record Entry(
        long id,
        long concern,
        String number,
        EntryKind kind,
        Instant at,
        Optional<PersonId> owner,
        Optional<Instant> dueAt,
        Optional<Instant> takenAt,
        Optional<EntryFinding> finding,
        List<Step> steps) {

    /** @param by empty where whoever spoke or the installation did it; whoever it was given to where it was given */
    public record Step(Instant at, EntryDeed deed, Optional<PersonId> by, String name, String post, String words) {

        static Step of(ResultSet row, int place) throws SQLException {
            @Nullable Long person = row.getObject("person", Long.class);
            return new Step(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    EntryDeed.valueOf(row.getString("kind")),
                    Optional.ofNullable(person).map(PersonId::new),
                    row.getString("name"),
                    row.getString("post"),
                    row.getString("words"));
        }
    }

    static final String COLUMNS = """
            e.id, e.concern, w.number, e.kind, e.at, e.owner, e.due_at, e.taken_at, e.finding
            from safeguard.entry e join safeguard.watch w on w.concern = e.concern""";

    static Entry of(ResultSet row, int place) throws SQLException {
        @Nullable Long owner = row.getObject("owner", Long.class);
        @Nullable String finding = row.getString("finding");
        return new Entry(
                row.getLong("id"),
                row.getLong("concern"),
                row.getString("number"),
                EntryKind.valueOf(row.getString("kind")),
                instant(row, "at").orElseThrow(),
                Optional.ofNullable(owner).map(PersonId::new),
                instant(row, "due_at"),
                instant(row, "taken_at"),
                Optional.ofNullable(finding).map(EntryFinding::valueOf),
                List.of());
    }

    Entry with(List<Step> all) {
        return new Entry(id, concern, number, kind, at, owner, dueAt, takenAt, finding, List.copyOf(all));
    }

    public boolean isOpen() {
        return finding.isEmpty();
    }

    public boolean isTaken() {
        return takenAt.isPresent();
    }

    /** Whether nobody has taken it up in time. */
    public boolean isLate(Instant now) {
        return isOpen() && takenAt.isEmpty() && dueAt.filter(now::isAfter).isPresent();
    }

    boolean isOf(PersonId person) {
        return owner.filter(person::equals).isPresent();
    }

    /** Who had it at some time, the present owner too. */
    List<PersonId> owners() {
        return steps.stream()
                .filter(step -> step.deed() == EntryDeed.GIVEN)
                .flatMap(step -> step.by().stream())
                .toList();
    }

    /** By name, with his post of that day. */
    public Optional<Step> given() {
        return owner.flatMap(person -> steps.reversed().stream()
                .filter(step -> step.deed() == EntryDeed.GIVEN)
                .findFirst());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
