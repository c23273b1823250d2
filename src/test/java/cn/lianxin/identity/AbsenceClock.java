package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happens by itself around absences, for tests of other rooms. */
@Component
public class AbsenceClock {

    private final Members members;
    private final Absences absences;
    private final GoingAway goingAway;
    private final TellingAbsences telling;
    private final JdbcClient database;

    AbsenceClock(
            Members members, Absences absences, GoingAway goingAway, TellingAbsences telling, JdbcClient database) {
        this.members = members;
        this.absences = absences;
        this.goingAway = goingAway;
        this.telling = telling;
        this.database = database;
    }

    /** With the roles he has at this moment. */
    public Actor.Member member(PersonId person) {
        return members.member(person, "人");
    }

    public void tick() {
        telling.tellAll();
    }

    /** False if he was there already. */
    public boolean comesBack(PersonId person) {
        var going = absences.now(person);
        going.ifPresent(absence -> goingAway.end(absence.id(), member(person)));
        return going.isPresent();
    }

    public boolean wasTold(PersonId person, PersonId absent) {
        var absence = absences.now(absent).orElseThrow();
        return database.sql("""
                        select exists (select 1 from notification.message where person = :person and cause = :cause)
                        """)
                .param("person", person.value())
                .param("cause", "absence:" + absence.id())
                .query(Boolean.class)
                .single();
    }
}
