package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.reprint.Reprint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArticleTest {

    @Test
    @DisplayName("互联网新闻信息服务管理规定 §11: three pass it, in order, before anybody reads it")
    void three_pass_it_in_order_before_it_comes_out() {
        var bench = new Bench(Bench.three());

        assertThatThrownBy(() -> bench.pass(Bench.SECOND)).hasMessageContaining("news-not-your-stage");
        bench.pass(Bench.FIRST);
        assertThatThrownBy(() -> bench.publish(Bench.FIRST)).hasMessageContaining("news-moved-on");
        bench.pass(Bench.SECOND);
        assertThatThrownBy(() -> bench.publish(Bench.FIRST)).hasMessageContaining("news-moved-on");
        bench.pass(Bench.THIRD);
        assertThat(bench.article.isPublic()).isFalse();
        bench.publish(Bench.FIRST);

        assertThat(bench.article.isPublic()).isTrue();
        assertThat(bench.article.face().editor()).isEqualTo("人2");
        assertThat(bench.article.work().state()).isEqualTo(Working.SETTLED);
    }

    @Test
    void nobody_passes_twice_whatever_roles_he_has_nor_his_own_text() {
        var bench = new Bench(Bench.three());
        bench.pass(Bench.ALL);

        assertThatThrownBy(() -> bench.pass(Bench.ALL)).hasMessageContaining("news-passed-by-you");
        bench.edit(Bench.text(2), Bench.SECOND);
        bench.pass(Bench.FIRST);
        assertThatThrownBy(() -> bench.pass(Bench.SECOND)).hasMessageContaining("news-own-text");
        assertThatThrownBy(() -> bench.pass(new Hand(Bench.AUTHOR, "", Bench.ALL.roles())))
                .hasMessageContaining("news-own-text");
    }

    @Test
    void one_changed_character_voids_the_passes_and_a_pass_for_what_was_read_before_is_refused() {
        var bench = new Bench(Bench.three());
        bench.pass(Bench.FIRST);
        bench.pass(Bench.SECOND);
        var seen = bench.current().digest();

        bench.edit(Bench.text(1), Bench.OTHER_FIRST);

        assertThat(bench.article.work().nextPlace()).isEqualTo(1);
        assertThat(bench.current().passes()).isEmpty();
        assertThatThrownBy(() -> bench.pass(Bench.FIRST, seen)).hasMessageContaining("news-text-changed");
    }

    @Test
    void passes_before_the_configured_stage_stay() {
        var bench = new Bench(Bench.procedure(3, Optional.empty(), 2));
        bench.pass(Bench.FIRST);
        bench.pass(Bench.SECOND);

        bench.edit(Bench.text(1), Bench.OTHER_FIRST);

        assertThat(bench.article.work().nextPlace()).isEqualTo(2);
        assertThat(bench.current().passes()).extracting(Revision.Pass::place).containsExactly(1);
    }

    @Test
    void a_picture_changed_under_the_same_words_is_another_text() {
        var picture = new Content.Picture(new UUID(0, 1), "a".repeat(64), "井架", "");
        var other = new Content.Picture(new UUID(0, 1), "b".repeat(64), "井架", "");

        var one = new Content("题", "名", "矿", "文", Reprint.NONE, List.of(picture));

        assertThat(new Content("题", "名", "矿", "文", Reprint.NONE, List.of(other)).digest())
                .isNotEqualTo(one.digest());
        assertThat(new Content("题", "名", "矿文", "", Reprint.NONE, List.of(picture)).digest())
                .isNotEqualTo(one.digest());
    }

    @Test
    void what_is_public_stays_as_it_is_until_the_correction_is_passed_by_three() {
        var bench = new Bench(Bench.three());
        bench.passAll();
        bench.publish(Bench.FIRST);
        var face = bench.article.face();

        bench.correct(Bench.text(7), Bench.OTHER_FIRST);
        bench.passAll();
        assertThat(bench.article.face()).isEqualTo(face);
        bench.now = Bench.NOW.plusSeconds(3600);
        bench.publish(Bench.OTHER_FIRST);

        assertThat(bench.article.face().revision()).contains(2L);
        assertThat(bench.article.face().firstAt()).isEqualTo(face.firstAt());
        assertThat(bench.article.face().changedAt()).contains(bench.now);
    }

    @Test
    void by_the_fast_lane_it_comes_out_after_two_and_the_third_is_due_in_minutes() {
        var bench = new Bench(Bench.procedure(2, Optional.of(Duration.ofMinutes(30)), 1));
        bench.pass(Bench.FIRST);
        bench.pass(Bench.SECOND);
        bench.publish(Bench.FIRST);

        assertThat(bench.article.face().lastDueAt()).contains(Bench.NOW.plusSeconds(1800));
        assertThatThrownBy(() -> bench.correct(Bench.text(3), Bench.FIRST)).hasMessageContaining("news-awaits-last");
        bench.pass(Bench.THIRD);

        assertThat(bench.article.isPublic()).isTrue();
        assertThat(bench.article.face().lastDueAt()).isEmpty();
        assertThat(bench.article.work().state()).isEqualTo(Working.SETTLED);
    }

    @Test
    void what_the_third_sends_back_by_the_fast_lane_is_gone_at_once() {
        var bench = new Bench(Bench.procedure(2, Optional.of(Duration.ofMinutes(30)), 1));
        bench.pass(Bench.FIRST);
        bench.pass(Bench.SECOND);
        bench.publish(Bench.FIRST);

        var back = bench.article.sendBack(
                bench.current(), bench.procedure, Bench.THIRD, bench.current().digest(), "人数没核实", Bench.NOW);

        assertThat(back.face().standing()).isEqualTo(Standing.TAKEN_DOWN);
    }

    @Test
    void a_right_that_the_procedure_gives_to_another_role_is_not_yours() {
        var permits = new java.util.HashSet<>(Bench.three().permits());
        permits.removeIf(permit -> permit.role() == cn.lianxin.kernel.Role.EDITOR);
        var three = Bench.three();
        var bench = new Bench(new Procedure("x", 3, Optional.empty(), 1, three.stages(), permits));
        bench.passAll();

        assertThatThrownBy(() -> bench.publish(Bench.FIRST))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("news-not-yours");
        bench.publish(Bench.THIRD);
        assertThatThrownBy(() -> bench.article.retract(bench.procedure, Bench.FIRST, "错了", Bench.NOW))
                .hasMessageContaining("news-not-yours");
        assertThat(bench.article
                        .retract(bench.procedure, Bench.THIRD, "错了", Bench.NOW)
                        .face()
                        .standing())
                .isEqualTo(Standing.RETRACTED);
    }

    @Test
    void an_address_sounds_like_its_title_in_its_words() {
        assertThat(Slug.of("重庆矿区行车安全")).isEqualTo("chong-qing-kuang-qu-xing-che-an-quan");
        assertThat(Slug.of("长治队拿下“百日安全”第 1 名")).isEqualTo("chang-zhi-dui-na-xia-bai-ri-an-quan-di-1-ming");
        assertThat(Slug.of("C919 上天")).isEqualTo("c919-shang-tian");
        assertThat(Slug.of("……")).isEmpty();
    }

    @Test
    void marks_become_blocks_and_html_stays_letters() {
        assertThat(Block.of("　　早班。\n# 一个班\n> 不能省\n- 查顶板\n· 查瓦斯\n-不是一条\n【图1】\n<script>alert(1)</script>", 2))
                .containsExactly(
                        new Block.Figure(2),
                        new Block.Paragraph("早班。"),
                        new Block.Heading("一个班"),
                        new Block.Quotation("不能省"),
                        new Block.Points(List.of("查顶板", "查瓦斯")),
                        new Block.Paragraph("-不是一条"),
                        new Block.Figure(1),
                        new Block.Paragraph("<script>alert(1)</script>"));
    }

    @Test
    void what_changed_is_shown_character_by_character() {
        assertThat(Compared.lines("一行\n安全生产100天\n完", "一行\n安全生产1000天了\n完").get(1))
                .containsExactly(
                        new Compared.Piece(Compared.Change.SAME, "安全生产100"),
                        new Compared.Piece(Compared.Change.NEW, "0"),
                        new Compared.Piece(Compared.Change.SAME, "天"),
                        new Compared.Piece(Compared.Change.NEW, "了"));
    }
}
