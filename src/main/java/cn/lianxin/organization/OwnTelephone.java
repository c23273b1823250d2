package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one thing of his personnel data that everybody corrects himself, without anybody above him. */
@Component
public class OwnTelephone {

    private final JdbcClient sql;

    OwnTelephone(JdbcClient sql) {
        this.sql = sql;
    }

    public String of(Actor.Member member) {
        return sql.sql("select phone from organization.person where id = :person")
                .param("person", member.person().value())
                .query((row, _) -> row.getString("phone"))
                .single();
    }

    /**
     * Empty takes it away. The next roster may bring another one.
     *
     * @throws Refusal.Violation as for a telephone in an import
     */
    @Transactional
    public void correct(String typed, Actor.Member by) {
        sql.sql("update organization.person set phone = :phone where id = :person")
                .param("phone", Wording.phone(typed))
                .param("person", by.person().value())
                .update();
    }
}
