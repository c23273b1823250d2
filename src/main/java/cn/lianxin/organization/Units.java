package cn.lianxin.organization;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.text.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units themselves; who is above whom is {@link Lines}. */
@Component
class Units {

    private static final String CARD =
            "select u.id, u.code, u.kind, u.name, u.short_name, u.parent from organization.unit u ";

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UnitCard get(UnitId unit) {
        return jdbc.sql(CARD + "where u.id = :unit")
                .param("unit", unit.value())
                .query(Units::card)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    Optional<UnitCard> byCode(String code) {
        return jdbc.sql(CARD + "where u.code = :code")
                .param("code", PlainText.line(code))
                .query(Units::card)
                .optional();
    }

    /** Those that exist today, in the order people expect: departments before districts, then by code. */
    List<UnitCard> children(UnitId parent) {
        return jdbc.sql(CARD + """
                        where u.parent = :parent and u.valid_until is null
                        order by case u.kind when 'COMPANY' then 1 when 'MINE' then 2 when 'DEPARTMENT' then 3
                                             when 'DISTRICT' then 4 when 'CREW' then 5 else 6 end, u.code
                        """)
                .param("parent", parent.value())
                .query(Units::card)
                .list();
    }

    List<UnitCard> ofKind(UnitKind kind) {
        return jdbc.sql(CARD + "where u.kind = :kind and u.valid_until is null order by u.code")
                .param("kind", kind.name())
                .query(Units::card)
                .list();
    }

    /** Every unit by its code, with those that have ended. */
    Map<String, UnitCard> all() {
        return jdbc.sql(CARD).query(Units::card).list().stream()
                .collect(Collectors.toMap(UnitCard::code, Function.identity()));
    }

    Set<UnitId> ended() {
        return jdbc.sql("select id from organization.unit where valid_until is not null")
                .query((row, number) -> new UnitId(row.getLong("id")))
                .set();
    }

    boolean stands(UnitId unit) {
        return jdbc.sql("select valid_until is null from organization.unit where id = :unit")
                .param("unit", unit.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Whether it still exists, and goes on existing until this transaction is over. */
    boolean standsUntilCommit(UnitId unit) {
        return jdbc.sql("select valid_until is null from organization.unit where id = :unit for share")
                .param("unit", unit.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    UnitId add(NewUnit unit) {
        return new UnitId(jdbc.sql("""
                        insert into organization.unit (code, parent, kind, name, short_name, valid_from)
                        values (:code, :parent, :kind, :name, :shortName, :from)
                        returning id
                        """)
                .param("code", unit.code())
                .param("parent", unit.parent().map(UnitId::value).orElse(null), Types.BIGINT)
                .param("kind", unit.kind().name())
                .param("name", unit.name())
                .param("shortName", unit.shortName())
                .param("from", unit.from())
                .query(Long.class)
                .single());
    }

    void rename(UnitId unit, UnitKind kind, String name, String shortName) {
        jdbc.sql("""
                        update organization.unit set kind = :kind, name = :name, short_name = :shortName
                        where id = :unit
                        """)
                .param("kind", kind.name())
                .param("name", name)
                .param("shortName", shortName)
                .param("unit", unit.value())
                .update();
    }

    void hang(UnitId unit, UnitId parent) {
        jdbc.sql("update organization.unit set parent = :parent where id = :unit")
                .param("parent", parent.value())
                .param("unit", unit.value())
                .update();
    }

    LocalDate foundedOn(UnitId unit) {
        return jdbc.sql("select valid_from from organization.unit where id = :unit")
                .param("unit", unit.value())
                .query(LocalDate.class)
                .single();
    }

    void end(UnitId unit, LocalDate on) {
        jdbc.sql("update organization.unit set valid_until = :on where id = :unit")
                .param("on", on)
                .param("unit", unit.value())
                .update();
    }

    static UnitCard card(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent", Long.class);
        return new UnitCard(
                new UnitId(row.getLong("id")),
                row.getString("code"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("short_name"),
                Optional.ofNullable(parent).map(UnitId::new));
    }
}
