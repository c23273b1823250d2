package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.reprint.Reprint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class HeldUpTest {

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    NewsroomInTime newsroom;

    @Autowired
    NewsroomClock clock;

    @Autowired
    PublishingArticles publishing;

    @Autowired
    Newsdesk desk;

    @Autowired
    JdbcClient database;

    @Test
    void what_is_scheduled_and_hits_a_word_listed_since_is_held_up_and_told_of() {
        var paper = new Paper(village);
        var word = "东门" + System.nanoTime() % 1_000_000 + "号横幅";
        var id = newsroom.submit(
                new NewsroomInTime.Piece("prose", "挂横幅", "张写", "明早挂上" + word + "。", Reprint.NONE, List.of()),
                paper.author,
                Clock.systemUTC());
        newsroom.pass(id, 0, paper.editor, Clock.systemUTC());
        newsroom.pass(id, 0, paper.section, Clock.systemUTC());
        publishing.schedule(id, desk.now().plus(Duration.ofHours(1)), paper.editor);

        list(word, paper.section);
        try {
            TestClock.forward(Duration.ofHours(2));
            clock.look();
        } finally {
            TestClock.reset();
        }

        var article = desk.open(id, paper.editor).article();
        assertThat(article.isPublic()).isFalse();
        assertThat(article.work().state()).isEqualTo(Working.PASSED);
        assertThat(told(paper.editor, id)).isEqualTo(1);
    }

    private void list(String word, Actor by) {
        assertThat(mvc.post()
                        .uri("/newsroom/words")
                        .with(SignedIn.as(by))
                        .param("kind", "WORD")
                        .param("words", word)
                        .param("level", "CONFIRM")
                        .param("reason", "试一试")
                        .exchange())
                .hasStatus(303);
    }

    private int told(Actor.Member editor, long article) {
        return database.sql("""
                        select count(*) from notification.message
                        where person = :person and address = :address and key = 'notice.newsroom.held-up'
                        """)
                .param("person", editor.person().value())
                .param("address", "/newsroom/articles/" + article)
                .query(Integer.class)
                .single();
    }
}
