package cn.lianxin.readers;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.RequiresScope;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A new address whose author forgot to write down who reads; the crawl has to find it, and no other. */
@RestController
class LeakingController {

    static final String ADDRESS = "/api/test-of-readers/leak";

    private final JdbcClient database;

    LeakingController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping(ADDRESS)
    @RequiresScope(ApplicationScope.WORK)
    String leak() {
        return database
                .sql("select words from concern.concern where words like :words")
                .param("words", Canaries.COMMON + "%")
                .query((row, _) -> row.getString("words"))
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
