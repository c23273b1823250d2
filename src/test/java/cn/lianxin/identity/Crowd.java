package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Many workers of one mine, as they come to the gate: some signed in already, all with the same password. */
public final class Crowd {

    public static final String PASSWORD = "a password of a crowd";

    private final ApplicationContext product;
    private final UnitId mine;
    private final List<PersonId> people;

    public Crowd(int count, ApplicationContext product) {
        this.product = product;
        var village = product.getBean(Village.class);
        this.mine = village.mine();
        village.holder(Role.DESK_OFFICER, mine);
        this.people =
                IntStream.range(0, count).mapToObj(_ -> village.worker(mine)).toList();
        product.getBean(Accounts.class)
                .openMany(people.stream().collect(Collectors.toMap(Function.identity(), _ -> PASSWORD)));
    }

    public UnitId mine() {
        return mine;
    }

    public String staffNumber(int place) {
        return product.getBean(Village.class).staffNumber(people.get(place));
    }

    /** The value of the cookie of a session that is on record. */
    public String cookie(int place) {
        var token = SessionToken.random();
        var now = product.getBean(Clock.class).instant();
        var session = new Session(
                token.digest(),
                new Session.Holder.Person(people.get(place)),
                now,
                now,
                now,
                false,
                false,
                Device.UNKNOWN);
        product.getBean(Sessions.class).add(session.usedAt(now, product.getBean(SessionLimits.class)));
        return SessionCookie.NAME + "=" + token.value();
    }
}
