package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.certificate.CertificateEnds;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.web.Screen;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the administrators nearest to the top of the tree, who keep the installation, that a certificate ends. */
@Component
class CertificateNotices {

    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final CurrentDay today;

    CertificateNotices(Inbox inbox, JdbcClient jdbc, CurrentDay today) {
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.today = today;
    }

    @EventListener
    void tell(CertificateEnds ends) {
        var day = LocalDate.ofInstant(ends.at(), Screen.ZONE).toString();
        var words = List.of(day, String.valueOf(ends.days()));
        keepers()
                .forEach(person -> inbox.deliver(new Notification(
                        person, "certificate.told." + ends.which(), words, "/certificate", ends.cause())));
    }

    private List<PersonId> keepers() {
        return jdbc.sql("""
                with administrator as (
                    select g.person, (select max(l.distance) from organization.unit_line l where l.unit = g.unit) as depth
                    from identity.role_grant g
                    join organization.person_card card on card.id = g.person
                    where g.role = :role
                      and g.ended_at is null
                      and g.from_date <= :today and (g.until_date is null or g.until_date >= :today)
                      and card.left_on is null)
                select distinct a.person
                from administrator a
                where a.depth = (select min(other.depth) from administrator other)
                order by a.person
                """)
                .param("role", Role.ADMINISTRATOR.name())
                .param("today", today.date())
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
    }
}
