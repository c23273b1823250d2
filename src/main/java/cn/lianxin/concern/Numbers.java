package cn.lianxin.concern;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives every filing its place and every place its number. Places come in blocks, so that a filing asks for none. */
@Component
class Numbers {

    private static final int BLOCK = 50;

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, SerialPermutation> permutations = new ConcurrentHashMap<>();
    private long next;
    private long endOfBlock;

    Numbers(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    synchronized long nextPlace() {
        if (next == endOfBlock) {
            next = database.sql("select nextval('concern.filing_order')")
                    .query(Long.class)
                    .single();
            endOfBlock = next + BLOCK;
        }
        return next++;
    }

    ConcernNumber numberOf(long place, int year) {
        var permutation = permutations.computeIfAbsent(year, this::permutationOf);
        return ConcernNumber.of(year, permutation.shuffled((int) (place % ConcernNumber.SERIALS)));
    }

    /** In a transaction of its own: a key that was used must stay, even if the first filing of the year is rolled back. */
    private SerialPermutation permutationOf(int year) {
        return Objects.requireNonNull(apart.execute(_ -> keptPermutationOf(year)));
    }

    private SerialPermutation keptPermutationOf(int year) {
        var key = new byte[32];
        random.nextBytes(key);
        database.sql("insert into concern.numbering (year, key) values (:year, :key) on conflict (year) do nothing")
                .param("year", year)
                .param("key", key)
                .update();
        return new SerialPermutation(database.sql("select key from concern.numbering where year = :year")
                .param("year", year)
                .query((row, _) -> row.getBytes("key"))
                .single());
    }
}
