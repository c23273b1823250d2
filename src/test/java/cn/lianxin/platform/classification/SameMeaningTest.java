package cn.lianxin.platform.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameMeaningTest {

    private static final SameMeaning UNTAUGHT = SameMeaning.learn(List.of());

    @Test
    void other_words_for_the_same_question_are_likelier_than_another_question_in_the_same_words() {
        assertThat(UNTAUGHT.likelihood("工资什么时候发", "薪水啥时候发放")).isGreaterThan(UNTAUGHT.likelihood("工资什么时候发", "工资为什么少发"));
        assertThat(UNTAUGHT.likelihood("班车几点发车", "请问通勤车几点发车呢？"))
                .isGreaterThan(UNTAUGHT.likelihood("班车几点发车", "班车在哪里发车"));
        assertThat(UNTAUGHT.likelihood("2024年的奖金发了吗", "2024年奖金发了吗"))
                .isGreaterThan(UNTAUGHT.likelihood("2024年的奖金发了吗", "2025年的奖金发了吗"));
    }

    @Test
    void nothing_emoji_and_long_texts_have_a_likelihood() {
        for (var text : List.of("", "车", "😀", "Где автобус", "长".repeat(20_000))) {
            assertThat(UNTAUGHT.likelihood(text, "班车几点发车")).as(text).isBetween(0.0, 1.0);
        }
    }

    @Test
    void what_people_judged_moves_the_likelihood() {
        var pairs = new ArrayList<SameMeaning.Pair>();
        for (int at = 0; at < 60; at++) {
            pairs.add(new SameMeaning.Pair("班车" + at + "路几点开", at + "路班车几点开", true));
            pairs.add(new SameMeaning.Pair("班车" + at + "路几点开", "食堂" + at + "号窗口卖什么", false));
        }

        var taught = SameMeaning.learn(pairs);

        assertThat(taught.likelihood("班车99路几点开", "99路班车几点开")).isGreaterThan(0.5);
        assertThat(taught.likelihood("班车99路几点开", "食堂99号窗口卖什么")).isLessThan(0.5);
        assertThat(SameMeaning.threshold(pairs, 5)).isBetween(0.0, 1.0);
    }
}
