package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.Ticking;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each time that something changes for the readers of an article, an entry says so. */
@ProductTest
class EnteredArticlesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Village village;

    @Autowired
    NewsTrial trial;

    @Autowired
    PublishingArticles publishing;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("articleActPublications")
    PublishedRows acts;

    @Autowired
    @Qualifier("articleTextPublications")
    PublishedRows texts;

    Paper paper;

    @BeforeEach
    void found() {
        paper = new Paper(village);
        Ticking.tick(context);
    }

    @Test
    void an_article_that_is_published_retracted_and_taken_down_has_three_acts_of_which_each_stays_as_it_was() {
        var id = published();
        var out = acts(id).getFirst();
        assertThat(out.fields())
                .containsEntry("step.deed", "PUBLISHED")
                .containsEntry("seen.title", "井口的灯")
                .containsEntry("seen.editor_name", "编辑");
        assertThat(texts(id)).hasSize(1).allMatch(Publication::shown);

        publishing.retract(id, "数字没核实", "数字没有核实，收回", paper.section);
        assertThat(acts(id)).hasSize(2);
        assertThat(acts(id).getFirst().fields()).as("how it stood then").isEqualTo(out.fields());
        assertThat(acts(id).getFirst().shown()).isFalse();
        assertThat(acts(id).getLast().fields())
                .containsEntry("seen.standing", "RETRACTED")
                .containsEntry("seen.note", "数字没有核实，收回")
                .containsEntry("seen.title", "井口的灯");
        assertThat(texts(id)).noneMatch(Publication::shown);
        var retracted = acts(id).getLast().fields();

        publishing.takeDown(id, "上级要求", "已撤下", paper.section);

        assertThat(acts(id))
                .extracting(one -> one.fields().get("step.deed"))
                .containsExactly("PUBLISHED", "RETRACTED", "TAKEN_DOWN");
        assertThat(acts(id).getFirst().fields()).isEqualTo(out.fields());
        assertThat(acts(id).get(1).fields()).isEqualTo(retracted);
        assertThat(acts(id).getLast().fields()).containsEntry("seen.title", "");
        assertThat(entered(id))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(acts(id).stream(), texts(id).stream())
                        .map(Publication::subject)
                        .toList());
    }

    @Test
    void what_was_never_public_is_no_entry() {
        var id = trial.submit("feature", "还没审的", paper.author.person());

        assertThat(acts(id)).isEmpty();
        assertThat(texts(id)).isEmpty();
        assertThat(entered(id)).isEmpty();
    }

    private long published() {
        return trial.publish(
                "feature",
                "井口的灯",
                paper.author.person(),
                paper.mine,
                List.of(paper.editor.person(), paper.section.person(), paper.chief.person()));
    }

    private List<Publication> acts(long article) {
        return of(acts, "article:" + article + ":");
    }

    private List<Publication> texts(long article) {
        return of(texts, "article-text:" + article + ":");
    }

    private static List<Publication> of(PublishedRows rows, String prefix) {
        return rows.now().filter(one -> one.subject().startsWith(prefix)).toList();
    }

    private List<String> entered(long article) {
        return database.sql("""
                        select subject from transparency.entry
                        where subject like 'article:' || :article || ':%' or subject like 'article-text:' || :article || ':%'
                        """)
                .param("article", article)
                .query((row, _) -> row.getString("subject"))
                .list();
    }
}
