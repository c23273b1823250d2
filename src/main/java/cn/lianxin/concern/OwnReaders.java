package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.audit.Readings;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnColumn;
import cn.lianxin.platform.retention.OwnTable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has read what somebody raised, as he sees it on its page; the log lets go of it by itself. */
@Component
class OwnReaders implements KeptData {

    private static final List<OwnColumn> COLUMNS = List.of(
            OwnColumn.NUMBER,
            OwnColumn.AT,
            OwnColumn.UNIT,
            OwnColumn.TITLE,
            OwnColumn.NAME,
            OwnColumn.DOOR,
            OwnColumn.NAMED);

    private final JdbcClient sql;
    private final Readings readings;
    private final ConfidentialReporters reporters;

    OwnReaders(JdbcClient sql, Readings readings, ConfidentialReporters reporters) {
        this.sql = sql;
        this.readings = readings;
        this.reporters = reporters;
    }

    @Override
    public String kind() {
        return "log";
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        var numbers = sql.sql("select c.number from concern.concern c where c.reporter in (:person, :alias) and "
                        + Protection.SQL + " order by c.id")
                .param("person", person.value())
                .param("alias", reporters.alias(person))
                .query((row, _) -> row.getString("number"))
                .list();
        var rows = new ArrayList<List<String>>();
        for (var number : numbers) {
            for (var reading : readings.allOf(ReadingTrail.subject(number))) {
                var reader = reading.reader();
                rows.add(List.of(
                        number,
                        reading.at().toString(),
                        reader.unit(),
                        reader.title(),
                        reader.name(),
                        reading.door().name(),
                        Boolean.toString(reading.named())));
            }
        }
        return List.of(new OwnTable("readers", COLUMNS, rows));
    }
}
