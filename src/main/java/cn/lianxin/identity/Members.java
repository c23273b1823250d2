package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who may sign in, as actors: with their own grants and those of the people whose deputies they are today. */
@Component
public class Members {

    record KnownMember(Actor.Member actor, boolean mustChange) {}

    private record Row(long id, String name, boolean mustChange) {}

    private final JdbcClient jdbc;
    private final RoleGrants grants;

    Members(JdbcClient jdbc, RoleGrants grants) {
        this.jdbc = jdbc;
        this.grants = grants;
    }

    /** Who may act today, whether he is signed in or not: nobody whose password is still the one from the slip either. */
    public Optional<Actor.Member> mayAct(PersonId person) {
        return find(person).filter(known -> !known.mustChange()).map(KnownMember::actor);
    }

    /** Nobody once the account is closed or the person has left. */
    Optional<KnownMember> find(PersonId person) {
        return jdbc.sql("""
                select card.id, card.name, account.must_change
                from identity.account account
                join organization.person_card card on card.id = account.person
                where account.person = :person
                  and not account.closed
                  and card.left_on is null
                """)
                .param("person", person.value())
                .query(Row.class)
                .optional()
                .map(row -> new KnownMember(
                        new Actor.Member(person, row.name(), grants.inForceFor(person)), row.mustChange()));
    }
}
