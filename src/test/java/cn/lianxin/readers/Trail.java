package cn.lianxin.readers;

import cn.lianxin.platform.audit.Door;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was written down, and the one way to forget it that only tests have. */
record Trail(JdbcClient database, TransactionTemplate transactions) {

    List<String> readersOf(Canary canary) {
        return readers(canary, "true");
    }

    List<String> whoSawTheName(Canary canary) {
        return readers(canary, "named");
    }

    private List<String> readers(Canary canary, String condition) {
        return database.sql("select reader from audit.reading where subject = :subject and " + condition)
                .param("subject", canary.subject())
                .query((row, _) -> row.getString("reader"))
                .list();
    }

    Set<Door> doors(Collection<Canary> canaries) {
        var doors = EnumSet.noneOf(Door.class);
        database.sql("select distinct door from audit.reading where subject = any (:subjects)")
                .param("subjects", subjects(canaries))
                .query((row, _) -> Door.valueOf(row.getString("door")))
                .list()
                .forEach(doors::add);
        return doors;
    }

    /** As the owner of the database who switches its triggers off; nothing of the product does that. */
    void forget(Collection<Canary> canaries) {
        transactions.executeWithoutResult(_ -> {
            database.sql("set local session_replication_role = replica").update();
            database.sql("delete from audit.reading where subject = any (:subjects)")
                    .param("subjects", subjects(canaries))
                    .update();
        });
    }

    private static String[] subjects(Collection<Canary> canaries) {
        return canaries.stream().map(Canary::subject).toArray(String[]::new);
    }
}
