package cn.lianxin.portal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often articles are read: showings, whoever it is, and not what search engines fetch. Showing a page writes nothing; what was
 * counted is written down each minute and when the house closes, so a minute of one node can get lost.
 */
@Component
class Reads implements DisposableBean {

    private static final Pattern MACHINE =
            Pattern.compile("bot|spider|crawl|slurp|fetch|curl|wget|python|^$", Pattern.CASE_INSENSITIVE);

    private final Map<Long, Long> fresh = new ConcurrentHashMap<>();
    private final JdbcClient database;

    Reads(JdbcClient database) {
        this.database = database;
    }

    /** @param agent what the reader's program calls itself */
    void count(long article, String agent) {
        if (!MACHINE.matcher(agent).find()) {
            fresh.merge(article, 1L, Long::sum);
        }
    }

    /** As far as this node knows. */
    @Transactional(readOnly = true)
    long of(long article) {
        var kept = database.sql("select r.reads from portal.reads r where r.article = :article")
                .param("article", article)
                .query(Long.class)
                .optional()
                .orElse(0L);
        return kept + fresh.getOrDefault(article, 0L);
    }

    /** Each article in a statement of its own, in one order: two nodes never wait for each other in a circle. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void keep() {
        var taken = new HashMap<Long, Long>();
        fresh.keySet().forEach(article -> {
            var count = fresh.remove(article);
            if (count != null) {
                taken.put(article, count);
            }
        });
        taken.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> keep(one.getKey(), one.getValue()));
    }

    private void keep(long article, long count) {
        database.sql("""
                        insert into portal.reads as r (article, reads) values (:article, :count)
                        on conflict (article) do update set reads = r.reads + excluded.reads
                        """).param("article", article).param("count", count).update();
    }

    @Override
    public void destroy() {
        keep();
    }
}
