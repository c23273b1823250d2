package cn.lianxin.concern;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives every filing its place and every place its number. Places come in blocks, so that a filing asks for none. */
@Component
class Numbers {

    private static final int BLOCK = 50;

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, SerialPermutation> permutations = new ConcurrentHashMap<>();
    private long next;
    private long endOfBlock;

    Numbers(JdbcClient database) {
        this.database = database;
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

    private SerialPermutation permutationOf(int year) {
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
