package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who owns what is not over: keys without a meaning and people, and nothing of what was said. For whoever has to know what a
 * departure would move and may read no concern.
 */
@Component
public class Ownership {

    private final JdbcClient database;

    Ownership(JdbcClient database) {
        this.database = database;
    }

    /** The owner of each concern that these people own. */
    public Map<Long, PersonId> ownedBy(Collection<PersonId> people) {
        return owners(
                "where c.owner_person = any (:keys) and not c.over",
                people.stream().map(PersonId::value).toArray(Long[]::new));
    }

    /** The owner of each of these concerns, as it is now. */
    public Map<Long, PersonId> ownersOf(Collection<Long> concerns) {
        return owners("where c.id = any (:keys)", concerns.toArray(Long[]::new));
    }

    private Map<Long, PersonId> owners(String which, Long[] keys) {
        return database
                .sql("select c.id, c.owner_person from concern.concern c " + which)
                .param("keys", keys)
                .query((row, _) -> Map.entry(row.getLong("id"), new PersonId(row.getLong("owner_person"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
