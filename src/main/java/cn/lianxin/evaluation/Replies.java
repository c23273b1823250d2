package cn.lianxin.evaluation;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.likeness.Like;
import cn.lianxin.platform.likeness.LikenessIndex;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the reply to a message is found by the message's first characters among all replies of a ledger, by our
 * likeness and by BM25 in the same run. Even rows are those on which figures of the likeness were chosen; odd rows are
 * those to report.
 */
final class Replies implements Evaluation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int QUERY = 150;
    private static final int MOST = 10;
    private static final int NOT_FOUND = Integer.MAX_VALUE;

    private record Answered(String message, String reply) {}

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--ledger", "--message", "--reply", "--title"));
        var rows = read(options);
        var index = new LikenessIndex();
        for (int at = 0; at < rows.size(); at++) {
            index.add(at, rows.get(at).reply());
        }
        var other = new PairsBm25(rows.stream().map(Answered::reply).toList());
        int[] ours = ranks(rows, at -> rank(index.likest(rows.get(at).message(), MOST), at));
        int[] theirs = ranks(rows, at -> rank(other.scores(rows.get(at).message()), at));
        var result = JSON.createObjectNode().put("rows", rows.size());
        put(result.putObject("chosen_on"), ours, theirs, at -> at % 2 == 0);
        put(result.putObject("reported_on"), ours, theirs, at -> at % 2 == 1);
        put(result.putObject("all"), ours, theirs, _ -> true);
        return result;
    }

    private static List<Answered> read(Options options) {
        Path file = options.file("--ledger");
        try (var ledger = SpreadsheetReader.open(file, file.getFileName().toString())) {
            int message = column(ledger.header(), options.text("--message", "反映内容"));
            int reply = column(ledger.header(), options.text("--reply", "答复意见"));
            int title = column(ledger.header(), options.text("--title", "标题"));
            var rows = new ArrayList<Answered>();
            ledger.rows().map(Row::cells).forEach(cells -> {
                var answered = cells.get(reply).replace(cells.get(title).strip(), "");
                rows.add(new Answered(start(cells.get(message).strip()), answered));
            });
            if (rows.isEmpty()) {
                throw new BadInput(file + " 里一行也没有。", "There is no row in " + file + ".");
            }
            return rows;
        } catch (Refusal refused) {
            throw new BadInput(
                    file + " 读不出台账：要是 CSV 或 XLSX，第一行是列名，下面有内容（" + refused.code() + "）。",
                    file
                            + " holds no ledger that can be read: CSV or XLSX, names of columns in the first line, rows below ("
                            + refused.code() + ").");
        }
    }

    private static String start(String message) {
        return message.substring(
                0, message.offsetByCodePoints(0, Math.min(QUERY, message.codePointCount(0, message.length()))));
    }

    private static int column(List<String> header, String name) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new BadInput("表头里没有「" + name + "」。", "The header has no " + name + ".");
        }
        return at;
    }

    private static int[] ranks(List<Answered> rows, IntUnaryOperator rank) {
        return IntStream.range(0, rows.size()).map(rank).toArray();
    }

    private static int rank(List<Like> likest, int own) {
        for (int at = 0; at < likest.size(); at++) {
            if (likest.get(at).id() == own) {
                return at + 1;
            }
        }
        return NOT_FOUND;
    }

    private static int rank(double[] scores, int own) {
        if (scores[own] == 0) {
            return NOT_FOUND;
        }
        int rank = 1;
        for (double score : scores) {
            rank += score > scores[own] ? 1 : 0;
        }
        return rank > MOST ? NOT_FOUND : rank;
    }

    private static void put(ObjectNode part, int[] ours, int[] theirs, IntPredicate belongs) {
        double count = IntStream.range(0, ours.length).filter(belongs).count();
        put(part.putObject("likeness"), ours, belongs, count);
        put(part.putObject("bm25"), theirs, belongs, count);
    }

    private static void put(ObjectNode way, int[] ranks, IntPredicate belongs, double count) {
        way.put("recall_at_10", rounded(found(ranks, belongs, MOST) / count));
        way.put("recall_at_1", rounded(found(ranks, belongs, 1) / count));
        double reciprocal = IntStream.range(0, ranks.length)
                .filter(belongs)
                .mapToDouble(at -> ranks[at] == NOT_FOUND ? 0 : 1.0 / ranks[at])
                .sum();
        way.put("mrr_at_10", rounded(reciprocal / count));
    }

    private static double found(int[] ranks, IntPredicate belongs, int within) {
        return IntStream.range(0, ranks.length)
                .filter(belongs)
                .filter(at -> ranks[at] <= within)
                .count();
    }

    private static double rounded(double share) {
        return Double.isNaN(share) ? 0 : Math.round(share * 1e4) / 1e4;
    }
}
