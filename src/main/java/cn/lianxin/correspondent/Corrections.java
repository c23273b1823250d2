package cn.lianxin.correspondent;

import cn.lianxin.organization.PersonCard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what an open month puts right of closed ones. */
@Component
class Corrections {

    private final JdbcClient database;

    Corrections(JdbcClient database) {
        this.database = database;
    }

    void add(long sheet, YearMonth month, PersonCard person, long fen, String reason) {
        database.sql("""
                insert into correspondent.correction (sheet, of_month, person, staff_number, name, fen, reason)
                values (:sheet, :month, :person, :number, :name, :fen, :reason)
                """)
                .param("sheet", sheet)
                .param("month", month.atDay(1))
                .param("person", person.id().value())
                .param("number", person.staffNumber())
                .param("name", person.name())
                .param("fen", fen)
                .param("reason", reason)
                .update();
    }

    boolean remove(long sheet, long correction) {
        return database.sql("delete from correspondent.correction where sheet = :sheet and id = :correction")
                        .param("sheet", sheet)
                        .param("correction", correction)
                        .update()
                == 1;
    }

    List<FeeSheet.Correction> of(long sheet) {
        return database.sql("""
                        select id, of_month, staff_number, name, fen, reason from correspondent.correction where sheet = :sheet
                        """)
                .param("sheet", sheet)
                .query((row, _) -> new FeeSheet.Correction(
                        row.getLong("id"),
                        YearMonth.from(row.getObject("of_month", LocalDate.class)),
                        row.getString("staff_number"),
                        row.getString("name"),
                        row.getLong("fen"),
                        row.getString("reason")))
                .list();
    }
}
