package cn.lianxin.correspondent;

import cn.lianxin.newsroom.ArticleKind;
import cn.lianxin.newsroom.Standing;
import cn.lianxin.platform.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a month is computed from, and what comes out of it; nothing else goes in, so the same month gives the same bytes whenever and
 * wherever it is computed.
 */
record FeeSheet(String unitCode, String unitName, YearMonth month, List<Piece> pieces, List<Correction> corrections) {

    /** @param weight how many parts of the fee are his */
    record Share(String staffNumber, String name, int weight) {}

    /**
     * @param day on which it came out
     * @param rates the version in force on that day, empty where there was none
     */
    record Piece(
            long article,
            String title,
            String channel,
            ArticleKind kind,
            LocalDate day,
            Standing standing,
            String byline,
            Optional<RateTable> rates,
            List<Share> shares) {

        Piece {
            shares = shares.stream()
                    .sorted(Comparator.comparing(Share::staffNumber))
                    .toList();
        }

        Optional<Long> rate() {
            return rates.flatMap(table -> table.fen(channel, kind));
        }

        /** Nothing for what was retracted or taken down before the month was closed. */
        long fee() {
            return standing == Standing.RETRACTED || standing == Standing.TAKEN_DOWN ? 0 : rate().orElse(0L);
        }

        Map<String, Long> parts() {
            return Sharing.of(fee(), shares.stream().collect(Collectors.toMap(Share::staffNumber, Share::weight)));
        }
    }

    /** @param ofMonth the closed month in which it should have been otherwise */
    record Correction(long id, YearMonth ofMonth, String staffNumber, String name, long fen, String reason) {}

    /** What somebody gets for the month. */
    record Total(String staffNumber, String name, int pieces, long fen) {}

    FeeSheet {
        pieces =
                pieces.stream().sorted(Comparator.comparingLong(Piece::article)).toList();
        corrections = corrections.stream()
                .sorted(Comparator.comparingLong(Correction::id))
                .toList();
    }

    /** By staff number. */
    List<Total> totals() {
        var totals = new TreeMap<String, Total>();
        for (var piece : pieces) {
            var parts = piece.parts();
            for (var share : piece.shares()) {
                add(
                        totals,
                        new Total(share.staffNumber(), share.name(), 1, parts.getOrDefault(share.staffNumber(), 0L)));
            }
        }
        for (var one : corrections) {
            add(totals, new Total(one.staffNumber(), one.name(), 0, one.fen()));
        }
        return List.copyOf(totals.values());
    }

    private static void add(Map<String, Total> totals, Total more) {
        totals.merge(
                more.staffNumber(),
                more,
                (one, other) -> new Total(
                        one.staffNumber(), one.name(), one.pieces() + other.pieces(), one.fen() + other.fen()));
    }

    long total() {
        return totals().stream().mapToLong(Total::fen).sum();
    }

    /** Those that no rate is said for. */
    List<Piece> withoutRate() {
        return pieces.stream().filter(piece -> piece.rate().isEmpty()).toList();
    }

    /** One line for each thing, fields apart by tabulators: first what it is computed from, then what everybody gets. */
    String document() {
        var lines = new StringBuilder();
        line(lines, "lianxin-fees", "1");
        line(lines, "unit", unitCode, unitName);
        line(lines, "month", month);
        pieces.stream()
                .flatMap(piece -> piece.rates().stream())
                .collect(Collectors.toMap(RateTable::version, table -> table, (one, _) -> one, TreeMap::new))
                .values()
                .forEach(table -> {
                    line(lines, "rates", table.version(), table.from());
                    table.rates()
                            .forEach(rate -> line(
                                    lines,
                                    "rate",
                                    table.version(),
                                    rate.channel().isEmpty() ? "*" : rate.channel(),
                                    rate.kind(),
                                    rate.fen()));
                });
        for (var piece : pieces) {
            line(
                    lines,
                    "piece",
                    piece.article(),
                    piece.day(),
                    piece.channel(),
                    piece.kind(),
                    piece.standing(),
                    piece.rates().map(table -> String.valueOf(table.version())).orElse("-"),
                    piece.fee(),
                    piece.title(),
                    piece.byline());
            var parts = piece.parts();
            piece.shares()
                    .forEach(share -> line(
                            lines,
                            "share",
                            piece.article(),
                            share.staffNumber(),
                            share.weight(),
                            parts.getOrDefault(share.staffNumber(), 0L),
                            share.name()));
        }
        corrections.forEach(one -> line(
                lines, "correction", one.id(), one.ofMonth(), one.staffNumber(), one.fen(), one.reason(), one.name()));
        totals().forEach(one -> line(lines, "person", one.staffNumber(), one.pieces(), one.fen(), one.name()));
        line(lines, "total", total());
        return lines.toString();
    }

    private static void line(StringBuilder lines, Object... fields) {
        for (var place = 0; place < fields.length; place++) {
            lines.append(place == 0 ? "" : "\t").append(PlainText.line(String.valueOf(fields[place])));
        }
        lines.append('\n');
    }

    String digest() {
        return digest(document());
    }

    static String digest(String document) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
