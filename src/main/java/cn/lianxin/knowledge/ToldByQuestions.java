package cn.lianxin.knowledge;

import cn.lianxin.concern.ToldElsewhere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ToldByQuestions implements ToldElsewhere {

    private final JdbcClient database;

    ToldByQuestions(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean tells(long concern) {
        return database.sql("select exists (select 1 from knowledge.shown s where s.concern = :concern)")
                .param("concern", concern)
                .query(Boolean.class)
                .single();
    }
}
