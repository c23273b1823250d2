package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody said may go before its term, where he asks for it and the office agrees: the words, the files and his name, as
 * the clock would have let go of them. The course of the case and its outcome stay.
 */
@Component
public class ErasingOwn {

    private final KeptWords words;
    private final KeptFiles files;
    private final KeptNames names;
    private final ConfidentialReporters reporters;
    private final JdbcClient sql;

    ErasingOwn(KeptWords words, KeptFiles files, KeptNames names, ConfidentialReporters reporters, JdbcClient sql) {
        this.words = words;
        this.files = files;
        this.names = names;
        this.reporters = reporters;
        this.sql = sql;
    }

    /**
     * Refuses what he has not raised (NotFound), what is still being dealt with ({@code erasing-not-over}) and what proceedings
     * need ({@code erasing-held}); both are conflicts.
     */
    @Transactional(readOnly = true)
    public void mustBePossible(ConcernNumber number, PersonId speaker) {
        idOf(number, speaker);
    }

    /** As {@link #mustBePossible}, and does it. */
    @Transactional
    public void erase(ConcernNumber number, PersonId speaker) {
        var concern = new Long[] {idOf(number, speaker)};
        files.eraseOf(concern);
        words.eraseOf(concern);
        names.eraseOf(concern);
    }

    private long idOf(ConcernNumber number, PersonId speaker) {
        record Found(long id, boolean over, boolean closed) {}
        var found = sql.sql("""
                        select c.id, c.over, f.concern is not null as closed
                        from concern.concern c left join concern.closed_file f on f.concern = c.id
                        where c.number = :number and c.reporter in (:person, :alias)
                        """)
                .param("number", number.toString())
                .param("person", speaker.value())
                .param("alias", reporters.alias(speaker))
                .query((row, _) -> new Found(row.getLong("id"), row.getBoolean("over"), row.getBoolean("closed")))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
        if (!found.over()) {
            throw new Refusal.Conflict("erasing-not-over");
        }
        if (!found.closed()) {
            throw new Refusal.Conflict("erasing-held");
        }
        return found.id();
    }
}
