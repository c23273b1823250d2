package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import cn.lianxin.platform.spreadsheet.SpreadsheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A personnel office that sends rosters. */
@Component
class RosterOffice {

    static final String HEADER = "工号,姓名,单位编码,岗位,用工性质,负责人,兼职,任职日期,手机";

    private final Rosters rosters;
    private final Importing importing;
    private final PresentRoster present;
    private final Directory directory;

    RosterOffice(Rosters rosters, Importing importing, PresentRoster present, Directory directory) {
        this.rosters = rosters;
        this.importing = importing;
        this.present = present;
        this.directory = directory;
    }

    UUID send(UnitId unit, LocalDate day, String text, Actor by) throws IOException {
        var file = Files.createTempFile("roster", ".csv");
        try {
            Files.write(file, text.getBytes(Charset.forName("GB18030")));
            try (var open = SpreadsheetReader.open(file, "花名册.csv")) {
                return rosters.stage(directory.unit(unit).code(), day, "花名册.csv", open, by);
            }
        } finally {
            Files.delete(file);
        }
    }

    RosterPlan look(UUID id, Actor by) {
        return rosters.plan(importing.get(id, by), mapping(id, by), by);
    }

    Rehearsal.Outcome rehearse(UUID id, Actor by) {
        return rosters.rehearse(look(id, by));
    }

    /** Applies what was shown just now, confirming it where it has to be confirmed. */
    RosterPlan apply(UUID id, Actor by) {
        var plan = look(id, by);
        apply(id, plan.digest(), String.valueOf(plan.leaving().size()), "检修队整体划转", by);
        return plan;
    }

    void apply(UUID id, String seen, String typed, String reason, Actor by) {
        rosters.apply(id, mapping(id, by), seen, typed, reason, by);
    }

    /** The present roster as the lines of a CSV file, its header first. */
    List<String> export(UnitId unit, Actor by) throws IOException {
        var out = new ByteArrayOutputStream();
        var header = PresentRoster.COLUMNS.stream().map(ImportColumn::firstName).toList();
        try (var writer = SpreadsheetWriter.open(out, SpreadsheetFormat.CSV_UTF8, header)) {
            present.write(directory.unit(unit), writer, by);
        }
        return out.toString(StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .toList();
    }

    private ColumnMapping mapping(UUID id, Actor by) {
        var file = importing.get(id, by);
        return ColumnMapping.guessed(file.subject(), file.header());
    }
}
