package cn.lianxin.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 刊头: what the paper is called and who answers for it, by the day; what came out yesterday keeps yesterday's names. */
@Component
public class Mastheads {

    /**
     * One of them; what is not known is empty.
     *
     * @param staff all who work on it, as it is printed
     * @param telephone and mail for whoever objects to something
     * @param filing number of the filing of the site (ICP)
     * @param securityFiling number with the public security
     * @param formerName of the site, where it had another one
     */
    public record Masthead(
            LocalDate from,
            String paper,
            String englishPaper,
            String motto,
            String publisher,
            String chiefEditor,
            String staff,
            String telephone,
            String mail,
            String filing,
            String securityFiling,
            String formerName) {

        public String paper(boolean chinese) {
            return chinese ? paper : englishPaper;
        }
    }

    private final JdbcClient database;

    Mastheads(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public Masthead inForce(LocalDate day) {
        return database.sql("""
                        select * from newsroom.masthead where from_day <= :day order by from_day desc limit 1
                        """).param("day", day).query(Mastheads::masthead).single();
    }

    /** The latest first, also those whose day is still to come. */
    @Transactional(readOnly = true)
    public List<Masthead> all() {
        return database.sql("select * from newsroom.masthead order by from_day desc")
                .query(Mastheads::masthead)
                .list();
    }

    /** From its day on; another one for a day that has one already takes its place. */
    @Transactional
    public void begin(Masthead masthead) {
        database.sql("""
                insert into newsroom.masthead (from_day, paper, english_paper, motto, publisher, chief_editor, staff,
                    telephone, mail, filing, security_filing, former_name)
                values (:from, :paper, :english, :motto, :publisher, :chief, :staff, :telephone, :mail, :filing, :security,
                    :former)
                on conflict (from_day) do update set paper = excluded.paper, english_paper = excluded.english_paper,
                    motto = excluded.motto, publisher = excluded.publisher, chief_editor = excluded.chief_editor,
                    staff = excluded.staff, telephone = excluded.telephone, mail = excluded.mail, filing = excluded.filing,
                    security_filing = excluded.security_filing, former_name = excluded.former_name
                """)
                .param("from", masthead.from())
                .param("paper", masthead.paper())
                .param("english", masthead.englishPaper())
                .param("motto", masthead.motto())
                .param("publisher", masthead.publisher())
                .param("chief", masthead.chiefEditor())
                .param("staff", masthead.staff())
                .param("telephone", masthead.telephone())
                .param("mail", masthead.mail())
                .param("filing", masthead.filing())
                .param("security", masthead.securityFiling())
                .param("former", masthead.formerName())
                .update();
    }

    private static Masthead masthead(ResultSet row, int place) throws SQLException {
        return new Masthead(
                row.getObject("from_day", LocalDate.class),
                row.getString("paper"),
                row.getString("english_paper"),
                row.getString("motto"),
                row.getString("publisher"),
                row.getString("chief_editor"),
                row.getString("staff"),
                row.getString("telephone"),
                row.getString("mail"),
                row.getString("filing"),
                row.getString("security_filing"),
                row.getString("former_name"));
    }
}
