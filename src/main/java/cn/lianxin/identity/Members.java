package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who may sign in, as actors: with their own grants and those of the people for whom they stand in. */
@Component
public class Members {

    record KnownMember(Actor.Member actor, boolean mustChange) {}

    private record Row(long id, String name, boolean mustChange) {}

    private final JdbcClient jdbc;
    private final StandInGrants grants;
    private final StandingIn standingIn;

    Members(JdbcClient jdbc, StandInGrants grants, StandingIn standingIn) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.standingIn = standingIn;
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
                .map(row -> new KnownMember(member(person, row.name()), row.mustChange()));
    }

    /** With what he may do at this moment, whether he has an account or not. */
    Actor.Member member(PersonId person, String name) {
        var others = standingIn.of(person);
        var all = Stream.concat(
                        grants.own(person).stream(), others.stream().flatMap(standIn -> standIn.lent().stream()))
                .distinct()
                .toList();
        return new Actor.Member(person, name, all, others);
    }
}
