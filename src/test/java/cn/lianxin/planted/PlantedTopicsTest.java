package cn.lianxin.planted;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.likeness.BindingWords;
import cn.lianxin.platform.likeness.Message;
import cn.lianxin.platform.likeness.Topic;
import cn.lianxin.platform.likeness.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Topics in texts of which the detector knows neither the vocabulary nor the sentences. */
class PlantedTopicsTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 0.7", "1, 1.0", "1, 1.4", "2, 0.7", "2, 1.0", "2, 1.4"})
    void causes_named_in_many_ways_are_found_among_a_thousand_other_things(long seed, double scale) {
        var stream = PlantedStream.of(seed, 1_000, 20);
        var topics = new Topics(scale);

        stream.messages().forEach(topics::place);
        topics.settle();

        var found = topics.topics();
        assertThat(stream.planted().stream().mapToDouble(planted -> best(planted, found)))
                .hasSize(20);
        assertThat(stream.planted().stream()
                        .mapToDouble(planted -> best(planted, found))
                        .average()
                        .orElseThrow())
                .isGreaterThan(0.55);
    }

    @Test
    void each_message_is_in_one_topic_at_most_and_topics_are_ordered_by_when_they_were_raised() {
        var stream = PlantedStream.of(3, 300, 6);
        var topics = new Topics(1);

        stream.messages().forEach(topics::place);

        var all = topics.topics().stream()
                .flatMap(topic -> topic.messages().stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates().isNotEmpty();
        assertThat(topics.topics()).isSortedAccordingTo(Comparator.comparing(Topic::firstRaisedAt));
        assertThat(topics.topics()).allMatch(topic -> topic.messages().size() >= 3);
    }

    @Test
    void a_topic_is_raised_by_the_third_message_within_a_fortnight_and_stays_so() {
        var topics = new Topics(1);
        var stream = PlantedStream.of(4, 200, 0).messages();
        stream.forEach(topics::place);
        long id = stream.size();
        var after = stream.getLast().at().plus(Duration.ofDays(1));

        for (int day = 0; day < 4; day++) {
            topics.place(new Message(id + day, "浮选药剂桶破裂", "浮选药剂桶破裂，药剂流到地上", after.plus(Duration.ofDays(day))));
        }
        topics.settle();

        assertThat(topics.topics())
                .filteredOn(topic -> topic.messages().contains(id))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.messages()).containsExactly(id, id + 1, id + 2, id + 3);
                    assertThat(topic.firstRaisedAt()).isEqualTo(after.plus(Duration.ofDays(2)));
                });
    }

    @Test
    void binding_words_are_what_the_texts_share_and_others_do_not() {
        var texts = List.of("请领导看看，二号泵房开关漏电", "二号泵房的开关漏电，请领导看看", "昨夜二号泵房又跳闸，请领导看看");

        var words = BindingWords.of(texts, phrase -> phrase.contains("领导") || phrase.contains("看看") ? 0.1 : 3, 2);

        assertThat(words).first().isEqualTo("二号泵房");
        assertThat(words)
                .allMatch(word ->
                        texts.stream().filter(text -> text.contains(word)).count() >= 2);
        assertThat(BindingWords.of(List.of(), _ -> 1, 5)).isEmpty();
    }

    @Test
    void messages_of_anything_are_placed() {
        var topics = new Topics(1);
        var odd = List.of("", "采", "长".repeat(20_000), "❤️👍🏽", "Здравствуйте", "。。。");

        for (int round = 0; round < 8; round++) {
            for (int at = 0; at < odd.size(); at++) {
                topics.place(new Message(round * 10L + at, "", odd.get(at), MORNING));
            }
        }
        topics.settle();

        var inTopics = new ArrayList<Set<Long>>();
        topics.topics().forEach(topic -> inTopics.add(new HashSet<>(topic.messages())));
        assertThat(inTopics).noneMatch(ids -> ids.contains(0L) && ids.size() > 1);
        assertThat(inTopics).anyMatch(ids -> ids.contains(4L) && ids.contains(14L) && !ids.contains(1L));
    }

    private static double best(Set<Long> planted, List<Topic> found) {
        return found.stream()
                .mapToDouble(topic -> 2.0
                        * topic.messages().stream().filter(planted::contains).count()
                        / (planted.size() + topic.messages().size()))
                .max()
                .orElse(0);
    }
}
