package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows for those who keep accounts; of people outside their units there are none. */
@Component
public class AccountLists {

    /** So many are looked at, so that a common name in the whole group still leaves some of the own unit. */
    private static final int LOOKED_AT = 500;

    private static final String ROWS = """
            select card.id, card.staff_number, card.name, unit.name as unit_name, card.title, card.left_on,
                   account.person, account.must_change, account.closed, account.by_company, account.throttled_until
            from organization.person_card card
            left join organization.unit_card unit on unit.id = card.unit
            left join identity.account account on account.person = card.id
            """;

    private static final String VISIBLE = """
              and (exists (select 1 from organization.unit_line line
                           where line.unit = card.unit and line.above = any (:above))
                   or card.unit is null and exists (select 1 from organization.unit_card top
                           where top.parent is null and top.id = any (:above)))
            """;

    private static final String WITHOUT_PASSWORD = """
            from organization.unit_line line
            join organization.person_card card on card.unit = line.unit
            left join identity.account account on account.person = card.id
            where line.above = :unit and card.left_on is null and card.id <> :self
              and (account.person is null or :again and account.must_change and not account.closed)
              and not exists (select 1 from identity.role_grant own
                              where own.person = card.id and own.ended_at is null
                                and (own.until_date is null or own.until_date >= :today)
                                and not exists (select 1 from organization.unit_line reach
                                                where reach.unit = own.unit and reach.above = any (:granted)))
            """;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Scope scope;
    private final CurrentDay today;
    private final Clock clock;

    AccountLists(JdbcClient jdbc, Directory directory, Scope scope, CurrentDay today, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.scope = scope;
        this.today = today;
        this.clock = clock;
    }

    public List<AccountRow> search(String words, int limit, Actor by) {
        var found =
                directory.search(words, LOOKED_AT).stream().map(PersonCard::id).toList();
        return rows(found, by).stream()
                .sorted(Comparator.comparingInt(row -> found.indexOf(row.person())))
                .limit(limit)
                .toList();
    }

    public Optional<AccountRow> find(PersonId person, Actor by) {
        return rows(List.of(person), by).stream().findFirst();
    }

    /** How many of the unit and below have no account. */
    int countWithoutAccount(UnitId unit, Actor by) {
        return Objects.requireNonNull(withoutPassword("select count(*) ", "", unit, false, by)
                .query(Integer.class)
                .single());
    }

    /**
     * People of the unit and below whose first password can be printed, crew by crew.
     *
     * @param again those too whose slip has not been used yet
     */
    List<PersonId> withoutPassword(UnitId unit, boolean again, int limit, Actor by) {
        return withoutPassword(
                        "select card.id ", " order by card.unit, card.staff_number limit " + limit, unit, again, by)
                .query((row, _) -> new PersonId(row.getLong("id")))
                .list();
    }

    private JdbcClient.StatementSpec withoutPassword(String what, String order, UnitId unit, boolean again, Actor by) {
        return jdbc.sql(what + WITHOUT_PASSWORD + order)
                .param("unit", unit.value())
                .param("again", again)
                .param("today", today.date())
                .param(
                        "self",
                        by instanceof Actor.Member member ? member.person().value() : 0)
                .param("granted", scope.grantedUnits(by));
    }

    private List<AccountRow> rows(Collection<PersonId> people, Actor by) {
        return jdbc.sql(ROWS + " where card.id = any (:people)" + VISIBLE)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("above", Scope.accountUnits(by))
                .query(this::row)
                .list();
    }

    private AccountRow row(ResultSet row, int number) throws SQLException {
        var exists = row.getObject("person") != null;
        return new AccountRow(
                new PersonId(row.getLong("id")),
                row.getString("staff_number"),
                row.getString("name"),
                Objects.requireNonNullElse(row.getString("unit_name"), ""),
                Objects.requireNonNullElse(row.getString("title"), ""),
                row.getObject("left_on") != null,
                AccountState.of(
                        exists, row.getBoolean("must_change"), row.getBoolean("closed"), row.getBoolean("by_company")),
                Optional.ofNullable(row.getObject("throttled_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .filter(clock.instant()::isBefore));
    }
}
