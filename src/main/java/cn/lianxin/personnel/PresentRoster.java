package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Appointment;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.KnownPeople;
import cn.lianxin.organization.KnownPerson;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.spreadsheet.SpreadsheetWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The roster of a unit as it is today, in the columns of a roster: uploaded again it changes nothing. */
@Component
class PresentRoster {

    static final List<ImportColumn> COLUMNS = List.of(
            ImportColumn.STAFF_NUMBER,
            ImportColumn.PERSON_NAME,
            ImportColumn.PERSON_UNIT,
            ImportColumn.TITLE,
            ImportColumn.EMPLOYMENT,
            ImportColumn.LEADS,
            ImportColumn.BESIDES,
            ImportColumn.SINCE,
            ImportColumn.PHONE);

    private static final String YES = "是";

    private final KnownPeople knownPeople;
    private final Directory directory;
    private final AuditTrail trail;

    PresentRoster(KnownPeople knownPeople, Directory directory, AuditTrail trail) {
        this.knownPeople = knownPeople;
        this.directory = directory;
        this.trail = trail;
    }

    void write(UnitCard unit, SpreadsheetWriter out, Actor by) throws IOException {
        var units = KnownUnits.in(directory);
        var people = 0;
        for (var person : knownPeople.below(unit.id())) {
            people++;
            for (var post : posts(person)) {
                if (units.isBelow(post.unit(), unit.id())) {
                    out.write(cells(person, post, units.get(post.unit())));
                }
            }
        }
        trail.record(by, "personnel.roster-exported", "unit:" + unit.id().value(), "people=" + people);
    }

    private static List<Appointment> posts(KnownPerson person) {
        var posts = new ArrayList<>(person.main().stream().toList());
        posts.addAll(person.besides());
        return posts;
    }

    private static List<String> cells(KnownPerson person, Appointment post, UnitCard unit) {
        return List.of(
                person.staffNumber(),
                person.name(),
                unit.code(),
                post.title(),
                ImportWords.written(person.employment()),
                post.leads() ? YES : "",
                post.main() ? "" : YES,
                post.from().toString(),
                person.phone());
    }
}
