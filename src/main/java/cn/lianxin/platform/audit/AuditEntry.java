package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One line of the audit trail.
 *
 * @param person who did it, where he had signed in
 * @param task which task of the installation did it, or which application as {@code application:12}, else empty
 */
public record AuditEntry(
        long id,
        Instant at,
        Who who,
        Optional<PersonId> person,
        String task,
        String action,
        String subject,
        String detail) {

    /** What kind of actor it was; a receipt is not told apart from another, so that nobody is traced by it. */
    public enum Who {
        MEMBER,
        RECEIPT_HOLDER,
        VISITOR,
        APPLICATION,
        CLOCKWORK;

        static Who of(Actor actor) {
            return switch (actor) {
                case Actor.Member _ -> MEMBER;
                case Actor.ReceiptHolder _ -> RECEIPT_HOLDER;
                case Actor.Visitor _ -> VISITOR;
                case Actor.Application _ -> APPLICATION;
                case Actor.Clockwork _ -> CLOCKWORK;
            };
        }
    }

    static String taskOf(Actor by) {
        return switch (by) {
            case Actor.Clockwork clockwork -> clockwork.task();
            case Actor.Application application -> "application:" + application.id();
            case Actor.Member _, Actor.ReceiptHolder _, Actor.Visitor _ -> "";
        };
    }

    static AuditEntry of(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Who.valueOf(row.getString("who")),
                Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new),
                row.getString("task"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }

    String cursor() {
        return Long.toString(id);
    }

    /** The id that a cursor names; an altered cursor begins at the newest. */
    static long idOf(Optional<String> cursor) {
        return cursor.filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
    }
}
