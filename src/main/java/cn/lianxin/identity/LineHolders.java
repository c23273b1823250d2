package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.vault.Aliases;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who answers for units, with the aliases under which they would have spoken in confidence: what somebody raises against
 * himself counts for nobody, and the rows do not say that it was he.
 */
@Component
public class LineHolders {

    /** One beside the other, as parameters of a query. */
    public record Known(Long[] aliases, Long[] people) {}

    private final Aliases aliases;
    private final JdbcClient database;

    LineHolders(Aliases aliases, JdbcClient database) {
        this.aliases = aliases;
        this.database = database;
    }

    public Known all() {
        return known(database.sql("""
                select distinct h.person from identity.role_holder h where h.role in ('HANDLER', 'UNIT_LEADER')
                """)
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list());
    }

    /** Whoever it is, as if he were one. */
    public Known known(List<PersonId> people) {
        return new Known(
                people.stream().map(aliases::of).toArray(Long[]::new),
                people.stream().map(PersonId::value).toArray(Long[]::new));
    }
}
