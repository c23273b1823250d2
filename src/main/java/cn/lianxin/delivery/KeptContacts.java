package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnColumn;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses go when somebody leaves; what is left over goes with the account. */
@Component
class KeptContacts implements KeptData {

    private final JdbcClient sql;
    private final Contacts contacts;

    KeptContacts(JdbcClient sql, Contacts contacts) {
        this.sql = sql;
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Set<String> erases() {
        return Set.of("delivery.contact", "delivery.confirmation", "delivery.wish");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from delivery.contact where ctid in (
                            select t.ctid from delivery.contact t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from delivery.confirmation where ctid in (
                            select t.ctid from delivery.confirmation t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from delivery.wish where ctid in (
                            select t.ctid from delivery.wish t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone;
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        var addresses = contacts.of(person).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(contact -> List.of(contact.getKey(), contact.getValue()))
                .toList();
        return List.of(
                new OwnTable("contacts", List.of(OwnColumn.WAY, OwnColumn.ADDRESS), addresses),
                OwnTable.read("wishes", sql.sql("""
                        select rhythm, topics as scopes from delivery.wish where person = :person
                        """).param("person", person.value())));
    }
}
