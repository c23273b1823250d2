package cn.lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.identifying.Identifying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sentences in which somebody can be recognized, each such piece marked {@code ⟦kind:piece⟧}. The lots beside the recognizer are
 * what it has learnt from ({@code judged.tsv}, {@code second.tsv} and {@code third.tsv} once judged others); {@code identifying-judging.tsv} judges it and must stay unseen by whoever makes it. The people are invented; the identity numbers have districts that do
 * not exist.
 *
 * <p>What is marked, where one could mark otherwise:
 *
 * <ul>
 *   <li>name: the name alone, without title, post or bracket. A surname alone (老张, 张师傅, 戚大娘) is nobody yet.
 *   <li>nickname: with what makes it one person, in one piece: post or place and nickname (绞车司机大刘), or surname and an office that one person
 *       has (王矿长, 李科长). A nickname alone is marked only beside its telephone number. An office without a surname (队长, 机电科科长) is public.
 *   <li>phone: a mobile number always, whosever it is; a landline unless an office's, which is printed for all. Emergency numbers, hotlines,
 *       extensions, the control room's and the security office's numbers are harmless.
 *   <li>id, bank, number, account: the digits or letters without the words before them. Four last digits, numbers of orders, contracts, goods,
 *       devices and companies are harmless, and so are an office's letter box and a group for everybody.
 *   <li>number: a worker's number at work or on the card by which he is located.
 *   <li>plate: with the province; spaces, dots and what follows (挂, 警) are part of it.
 *   <li>dormitory: building with room or door, also of a family's home. A building alone, an office's room, a passage's number are harmless.
 *   <li>crew: crew with shift and post, in one piece, or a crew's “only one” of a kind. Crew with post, crew with shift, or a post alone are
 *       harmless, for many people or a public office hide behind them.
 *   <li>A number in pieces (前面138中间…) is marked piece by piece.
 * </ul>
 */
class IdentifyingSentencesTest {

    private static final String LEARNT = "src/main/resources/cn/lianxin/platform/identifying/";
    private static final String KNOWN = LEARNT + "known.tsv";
    private static final String JUDGED = LEARNT + "judged.tsv";
    private static final String JUDGING = "src/test/resources/cn/lianxin/evaluation/identifying-judging.tsv";
    private static final Set<String> KINDS =
            Set.of("name", "nickname", "phone", "id", "bank", "plate", "dormitory", "crew", "number", "account");
    private static final Pattern MARK = Pattern.compile("⟦([a-z]+):([^⟦⟧]+)⟧");
    private static final Pattern ODD =
            Pattern.compile("[０-９Ａ-Ｚａ-ｚ]|[0-9A-Z][ 　.·—－-]+[0-9A-Z]|[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{3,}");
    private static final Set<String> DIGITS = Set.of("phone", "id", "bank", "plate", "dormitory", "number", "account");

    /** What was learnt from. */
    static Stream<String> lots() {
        return Identifying.taught().keySet().stream().map(lot -> LEARNT + lot + ".tsv");
    }

    static Stream<String> files() {
        return Stream.concat(lots(), Stream.of(JUDGING));
    }

    private static List<String> rows(String file) {
        try {
            var lines = Files.readAllLines(Path.of(file));
            return List.copyOf(lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MatchResult> marks(String row) {
        return MARK.matcher(row).results().toList();
    }

    private static Stream<MatchResult> marks(List<String> rows) {
        return rows.stream().flatMap(row -> marks(row).stream());
    }

    /** So that a space or a wide digit more does not make another sentence of the same one. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String unmarked(String row) {
        return bare(MARK.matcher(row).replaceAll(mark -> Matcher.quoteReplacement(mark.group(2))));
    }

    private static List<String> pieces(String file) {
        return marks(rows(file)).map(mark -> bare(mark.group(2))).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_one_column_of_sentences_of_which_none_comes_twice(String file) throws IOException {
        var rows = rows(file);
        assertThat(Files.readAllLines(Path.of(file)).getFirst()).isEqualTo("text");
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row).isNotBlank().isEqualTo(row.strip()).doesNotContain("\t"));
        assertThat(rows(file).stream().map(IdentifyingSentencesTest::unmarked).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void there_are_enough_to_learn_from_and_more_to_judge_by() {
        assertThat(rows(KNOWN)).hasSizeGreaterThanOrEqualTo(250);
        assertThat(rows(JUDGED)).hasSizeGreaterThanOrEqualTo(700);
        assertThat(rows(JUDGING)).hasSizeGreaterThanOrEqualTo(700);
    }

    @ParameterizedTest
    @ValueSource(strings = {KNOWN, JUDGED, JUDGING})
    void two_sentences_in_five_tell_of_nobody(String file) {
        long harmless = rows(file).stream().filter(row -> !row.contains("⟦")).count();

        assertThat((double) harmless / rows(file).size()).isBetween(0.4, 0.5);
    }

    @ParameterizedTest
    @MethodSource("files")
    void marks_are_whole_and_of_a_known_kind(String file) {
        assertThat(rows(file))
                .allSatisfy(row -> assertThat(MARK.matcher(row).replaceAll("")).doesNotContain("⟦", "⟧"));
        assertThat(marks(rows(file))).allSatisfy(mark -> {
            assertThat(mark.group(1)).isIn(KINDS);
            assertThat(mark.group(2)).isNotBlank().isEqualTo(mark.group(2).strip());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {KNOWN, JUDGED, JUDGING})
    void a_piece_that_is_marked_once_is_not_left_unmarked_elsewhere(String file) {
        var pieces = new HashSet<String>();
        marks(rows(file))
                .filter(mark -> Set.of("name", "phone", "id", "bank", "plate").contains(mark.group(1)))
                .map(MatchResult::group)
                .forEach(mark -> pieces.add(mark.substring(mark.indexOf(':') + 1, mark.length() - 1)));
        pieces.removeIf(piece -> piece.length() < 3 || piece.matches("\\d{1,6}"));

        assertThat(rows(file))
                .allSatisfy(row -> assertThat(pieces)
                        .noneMatch(piece -> MARK.matcher(row).replaceAll("").contains(piece)));
    }

    @ParameterizedTest
    @MethodSource("lots")
    void what_judges_shares_no_sentence_with_what_was_learnt_from(String learnt) {
        assertThat(rows(JUDGING).stream()
                        .map(IdentifyingSentencesTest::unmarked)
                        .toList())
                .doesNotContainAnyElementsOf(rows(learnt).stream()
                        .map(IdentifyingSentencesTest::unmarked)
                        .toList());
    }

    @Test
    void the_first_two_lots_share_no_sentence_and_nobody() {
        assertThat(rows(KNOWN).stream().map(IdentifyingSentencesTest::unmarked).toList())
                .doesNotContainAnyElementsOf(rows(JUDGED).stream()
                        .map(IdentifyingSentencesTest::unmarked)
                        .toList());
        assertThat(pieces(KNOWN)).doesNotContainAnyElementsOf(pieces(JUDGED));
    }

    /** As often as people write of each: of a plate or an identity card seldom. */
    @ParameterizedTest
    @ValueSource(strings = {JUDGED, JUDGING})
    void every_kind_is_judged_by_fifteen_pieces_and_known_by_ten(String judging) {
        for (String kind : KINDS) {
            assertThat(marks(rows(judging))
                            .filter(mark -> mark.group(1).equals(kind))
                            .count())
                    .as(kind)
                    .isGreaterThanOrEqualTo(15);
            assertThat(marks(rows(KNOWN))
                            .filter(mark -> mark.group(1).equals(kind))
                            .count())
                    .as(kind)
                    .isGreaterThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JUDGED, JUDGING})
    void sixty_sentences_write_their_number_in_a_way_that_a_list_of_digits_would_not_see(String judging) {
        assertThat(rows(judging).stream()
                        .filter(row -> marks(row).stream()
                                .anyMatch(mark -> DIGITS.contains(mark.group(1))
                                        && ODD.matcher(mark.group(2)).find()))
                        .count())
                .isGreaterThanOrEqualTo(60);
    }
}
