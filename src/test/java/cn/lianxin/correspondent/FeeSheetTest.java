package cn.lianxin.correspondent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.newsroom.ArticleKind;
import cn.lianxin.newsroom.Standing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeeSheetTest {

    private static final RateTable OCTOBER = new RateTable(
            3,
            LocalDate.of(2026, 10, 1),
            List.of(
                    new RateTable.Rate("", ArticleKind.TEXT, 5_000),
                    new RateTable.Rate("", ArticleKind.PICTURES, 3_000),
                    new RateTable.Rate("poetry", ArticleKind.TEXT, 2_001)));
    private static final RateTable MID_MONTH =
            new RateTable(4, LocalDate.of(2026, 11, 16), List.of(new RateTable.Rate("", ArticleKind.TEXT, 6_000)));

    @Test
    void a_version_is_in_force_from_its_first_day_until_the_next_one_begins() {
        var versions = List.of(MID_MONTH, OCTOBER);

        assertThat(RateTable.on(LocalDate.of(2026, 9, 30), versions)).isEmpty();
        assertThat(RateTable.on(LocalDate.of(2026, 10, 1), versions)).contains(OCTOBER);
        assertThat(RateTable.on(LocalDate.of(2026, 11, 15), versions)).contains(OCTOBER);
        assertThat(RateTable.on(LocalDate.of(2026, 11, 16), versions)).contains(MID_MONTH);
        assertThat(RateTable.on(LocalDate.of(2031, 1, 1), versions)).contains(MID_MONTH);
    }

    @Test
    void what_is_named_for_a_channel_comes_before_what_is_said_for_all() {
        assertThat(OCTOBER.fen("poetry", ArticleKind.TEXT)).contains(2_001L);
        assertThat(OCTOBER.fen("prose", ArticleKind.TEXT)).contains(5_000L);
        assertThat(OCTOBER.fen("poetry", ArticleKind.PICTURES)).contains(3_000L);
        assertThat(OCTOBER.fen("poetry", ArticleKind.BULLETIN)).isEmpty();
    }

    @Test
    void the_document_holds_what_a_month_is_computed_from_and_what_comes_out() {
        var sheet = new FeeSheet(
                "M1",
                "北岭矿",
                YearMonth.of(2026, 11),
                List.of(
                        piece(12, "poetry", Standing.PUBLIC, "0002", "0001"),
                        piece(11, "prose", Standing.RETRACTED, "0001")),
                List.of(new FeeSheet.Correction(5, YearMonth.of(2026, 10), "0003", "王三", -150, "多给了")));

        assertThat(sheet.document()).isEqualTo("""
                lianxin-fees	1
                unit	M1	北岭矿
                month	2026-11
                rates	3	2026-10-01
                rate	3	*	TEXT	5000
                rate	3	*	PICTURES	3000
                rate	3	poetry	TEXT	2001
                piece	11	2026-11-03	prose	TEXT	RETRACTED	3	0	稿 11	张、李
                share	11	0001	1	0	人0001
                piece	12	2026-11-03	poetry	TEXT	PUBLIC	3	2001	稿 12	张、李
                share	12	0001	1	1001	人0001
                share	12	0002	1	1000	人0002
                correction	5	2026-10	0003	-150	多给了	王三
                person	0001	2	1001	人0001
                person	0002	1	1000	人0002
                person	0003	0	-150	王三
                total	1851
                """);
        assertThat(sheet.withoutRate()).isEmpty();
    }

    @Test
    void the_same_month_gives_the_same_bytes_in_whatever_order_it_is_read() {
        var random = new Random(3);
        for (var trial = 0; trial < 300; trial++) {
            var pieces = new ArrayList<FeeSheet.Piece>();
            for (var place = 0; place < 1 + random.nextInt(12); place++) {
                var people = new ArrayList<String>();
                for (var one = 0; one < 1 + random.nextInt(5); one++) {
                    people.add("%04d".formatted(one * 7 + random.nextInt(7)));
                }
                pieces.add(piece(
                        place,
                        random.nextBoolean() ? "poetry" : "prose",
                        Standing.values()[1 + random.nextInt(4)],
                        people.toArray(String[]::new)));
            }
            var corrections = new ArrayList<FeeSheet.Correction>();
            for (var place = 0; place < random.nextInt(4); place++) {
                corrections.add(new FeeSheet.Correction(
                        place, YearMonth.of(2026, 10), "000" + place, "人000" + place, 1 + random.nextInt(900), "补"));
            }
            var sheet = new FeeSheet("M1", "北岭矿", YearMonth.of(2026, 11), pieces, corrections);
            var otherPieces = new ArrayList<>(pieces);
            Collections.shuffle(otherPieces, random);
            var otherCorrections = new ArrayList<>(corrections);
            Collections.shuffle(otherCorrections, random);
            otherPieces.replaceAll(piece -> {
                var shares = new ArrayList<>(piece.shares());
                Collections.shuffle(shares, random);
                return new FeeSheet.Piece(
                        piece.article(),
                        piece.title(),
                        piece.channel(),
                        piece.kind(),
                        piece.day(),
                        piece.standing(),
                        piece.byline(),
                        piece.rates(),
                        shares);
            });

            var again = new FeeSheet("M1", "北岭矿", YearMonth.of(2026, 11), otherPieces, otherCorrections);

            assertThat(again.document()).isEqualTo(sheet.document());
            assertThat(sheet.total())
                    .isEqualTo(pieces.stream().mapToLong(FeeSheet.Piece::fee).sum()
                            + corrections.stream()
                                    .mapToLong(FeeSheet.Correction::fen)
                                    .sum());
        }
    }

    private static FeeSheet.Piece piece(long article, String channel, Standing standing, String... people) {
        return new FeeSheet.Piece(
                article,
                "稿 " + article,
                channel,
                ArticleKind.TEXT,
                LocalDate.of(2026, 11, 3),
                standing,
                "张、李",
                Optional.of(OCTOBER),
                List.of(people).stream()
                        .map(number -> new FeeSheet.Share(number, "人" + number, 1))
                        .toList());
    }
}
