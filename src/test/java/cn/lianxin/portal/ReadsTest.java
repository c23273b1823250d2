package cn.lianxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class ReadsTest {

    private static final String BROWSER = "Mozilla/5.0 (Linux; Android 10)";
    private static final long ARTICLE = 9_100_000_000_001L;

    @Autowired
    JdbcClient database;

    @Test
    void what_was_read_counts_at_once_and_is_kept_once() {
        var reads = new Reads(database);
        reads.count(ARTICLE, BROWSER);
        reads.count(ARTICLE, BROWSER);

        assertThat(reads.of(ARTICLE)).isEqualTo(2);
        reads.keep();
        reads.keep();
        assertThat(reads.of(ARTICLE)).isEqualTo(2);

        reads.count(ARTICLE, BROWSER);
        reads.destroy();
        assertThat(new Reads(database).of(ARTICLE)).isEqualTo(3);
    }

    @Test
    void what_a_search_engine_fetches_is_not_read() {
        var reads = new Reads(database);

        reads.count(ARTICLE + 1, "Mozilla/5.0 (compatible; Baiduspider/2.0)");
        reads.count(ARTICLE + 1, "");

        assertThat(reads.of(ARTICLE + 1)).isZero();
    }

    @Test
    void of_two_nodes_and_many_readers_nobody_gets_lost() throws InterruptedException {
        var nodes = new Reads[] {new Reads(database), new Reads(database)};
        var readers = new ArrayList<Thread>();

        for (var reader = 0; reader < 8; reader++) {
            var node = nodes[reader % 2];
            readers.add(Thread.ofVirtual().start(() -> {
                for (var turn = 0; turn < 200; turn++) {
                    node.count(ARTICLE + 2, BROWSER);
                    if (turn % 50 == 0) {
                        node.keep();
                    }
                }
            }));
        }
        for (var reader : readers) {
            reader.join();
        }
        nodes[0].destroy();
        nodes[1].destroy();

        assertThat(new Reads(database).of(ARTICLE + 2)).isEqualTo(1_600);
    }
}
