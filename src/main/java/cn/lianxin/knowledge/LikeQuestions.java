package cn.lianxin.knowledge;

import cn.lianxin.platform.likeness.Like;
import cn.lianxin.platform.likeness.LikenessIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds public questions by what somebody types; what of it may be shown, {@link PublicQuestions} says each time. */
@Component
class LikeQuestions {

    private static final int CANDIDATES = 30;
    /** As much as it looks at, of however long a text. */
    private static final int LONGEST = 2_000;

    private record Public(long number, long wording, String text) {}

    private final PublicQuestions questions;
    private final JdbcClient database;
    private final LikenessIndex index = new LikenessIndex();
    private final Map<Long, Long> indexed = new HashMap<>();
    private String mark = "";

    LikeQuestions(PublicQuestions questions, JdbcClient database) {
        this.questions = questions;
        this.database = database;
    }

    /** By the box of the board: whatever shares something, the likest first. */
    List<Shown> find(String text) {
        return questions.among(likest(text));
    }

    /** Only what is near enough to be what he is about to ask. */
    List<Shown> near(String text, int most) {
        var looked = cut(text);
        return find(looked).stream()
                .filter(one -> Nearness.of(looked, one.text().asked()) >= Nearness.ENOUGH)
                .limit(most)
                .toList();
    }

    private List<Long> likest(String text) {
        follow();
        return index.likest(cut(text), CANDIDATES).stream().map(Like::id).toList();
    }

    private synchronized void follow() {
        var now = database.sql("""
                        select count(*) || ' ' || coalesce(sum(id), 0) as mark from knowledge.wording where state = 'PUBLIC'
                        """).query(String.class).single();
        if (now.equals(mark)) {
            return;
        }
        var present = database.sql("select question, id, asked, answer from knowledge.wording where state = 'PUBLIC'")
                .query((row, _) -> new Public(
                        row.getLong("question"),
                        row.getLong("id"),
                        row.getString("asked") + "\n" + row.getString("answer")))
                .list();
        for (var one : present) {
            var known = indexed.put(one.number(), one.wording());
            if (known == null || known != one.wording()) {
                index.add(one.number(), one.text());
            }
        }
        mark = now;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
