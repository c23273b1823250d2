package cn.lianxin.bench;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.platform.text.Grams;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** Invented concerns, the same every time, of the lengths that real ones have, by the speed of COPY. */
final class Corpus {

    private static final List<String> SENTENCES = List.of(
            "澡堂晚班下来没有热水，连着四天了，五十多岁的人洗凉水受不了。",
            "三号皮带机头的护栏断了半个多月，昨天夜班老刘的袖子差点卷进去。",
            "十月份夜班津贴少发四个班，问了劳资科说下月补，到现在没有动静。",
            "班中餐送到掌子面都凉透了，馒头硬得咬不动。",
            "宿舍五号楼暖气不热，晚上盖两床被子还是冷。",
            "通勤班车早上少一趟，头班的人经常赶不上入井。",
            "工作服领了三个月没发下来，雨靴也漏水。",
            "体检报告迟迟不发，不知道肺上有没有问题。",
            "区队二次分配不公示，工分是多少谁也说不清。",
            "副井等罐一等就是四十分钟，升井以后赶不上饭。",
            "跟班长说过两回，没人管，请领导给个说法。",
            "希望尽快处理，给我们一个准信。",
            "大家都有意见，只是不敢说。");

    private static final String[] STATES = {
        "CONCLUDED", "CONCLUDED", "CONCLUDED", "CONCLUDED", "REPLIED", "IN_HAND", "ASSIGNED", "FILED"
    };

    private static final int BATCH = 2_000;
    private static final long FIRST = 2_000_000_000L;

    private Corpus() {}

    /** Mostly some two hundred characters, now and then a thousand. */
    static String text(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        var length = random.nextInt(20) == 0 ? 1_400 : 60 + random.nextInt(420);
        while (text.length() < length) {
            text.append(SENTENCES.get(random.nextInt(SENTENCES.size())));
            if (random.nextInt(4) == 0) {
                text.append(random.nextInt(3000))
                        .append("工作面")
                        .append(random.nextInt(90))
                        .append("号架。");
            }
        }
        return text.toString();
    }

    /** With the words by which the desk narrows its list. */
    static void load(Connection connection, Cast cast, int count) throws SQLException, IOException {
        load(connection, cast, count, Corpus::text, true);
    }

    /** Of other words, and only the concerns and their steps. */
    static void load(Connection connection, Cast cast, int count, LongFunction<String> texts)
            throws SQLException, IOException {
        load(connection, cast, count, texts, false);
    }

    private static void load(Connection connection, Cast cast, int count, LongFunction<String> texts, boolean withGrams)
            throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var random = new Random(42);
        // All at once: the product must not count a quarter that is half there.
        connection.setAutoCommit(false);
        for (var first = 0; first < count; first += BATCH) {
            var concerns = new StringBuilder();
            var steps = new StringBuilder();
            var search = new StringBuilder();
            for (var i = first; i < Math.min(count, first + BATCH); i++) {
                var words = texts.apply(i);
                row(FIRST + i, i, words, cast, random, concerns, steps);
                if (withGrams) {
                    grams(FIRST + i, words, search);
                }
            }
            copy.copyIn("""
                    copy concern.concern (id, number, version, kind, channel, reporter_mode, reporter, title, words, place,
                        unit, desk_unit, restricted, filed_at, state, state_data, owner_unit, owner_person, lead_unit,
                        hand_back_by, matter, grade, acknowledge_by, reply_by, hand_backs, raised_again, extended,
                        window_ends, over, changed_at) from stdin""", new StringReader(concerns.toString()));
            copy.copyIn(
                    "copy concern.step (concern, place, at, author, by_person, kind, data) from stdin",
                    new StringReader(steps.toString()));
            copy.copyIn("copy concern.search (concern, grams) from stdin", new StringReader(search.toString()));
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze concern.concern");
            statement.execute("vacuum analyze concern.step");
            statement.execute("vacuum analyze concern.search");
        }
    }

    private static void row(
            long id, int index, String words, Cast cast, Random random, StringBuilder concerns, StringBuilder steps) {
        var place = random.nextInt(cast.districts().size());
        var district = cast.districts().get(place).value();
        var desk = cast.desk().value();
        var handler = cast.handlers().get(place).value();
        var daysAgo = random.nextInt(540);
        var state = daysAgo > 60 ? "CONCLUDED" : STATES[random.nextInt(STATES.length)];
        var atUnit = !state.equals("FILED");
        var inHand = atUnit && !state.equals("ASSIGNED");
        var filed = java.time.Instant.parse("2026-11-20T00:00:00Z").minus(java.time.Duration.ofDays(daysAgo));
        var replyBy = filed.plus(java.time.Duration.ofDays(7));
        var window = filed.plus(java.time.Duration.ofDays(35));
        var reply = "{\"request\":\"问\",\"facts\":\"查\",\"opinion\":\"办\",\"basis\":\"据\",\"outcome\":\"EXPLAIN\"}";
        var data =
                switch (state) {
                    case "CONCLUDED" -> "{\"type\":\"Concluded\",\"ending\":\"REPLIED\"}";
                    case "REPLIED" ->
                        "{\"type\":\"Replied\",\"reply\":" + reply + ",\"windowEnds\":\"" + window + "\"}";
                    case "IN_HAND" -> "{\"type\":\"InHand\",\"extension\":null}";
                    case "ASSIGNED" -> "{\"type\":\"Assigned\"}";
                    default -> "{\"type\":\"Filed\"}";
                };
        var assignment = "{\"lead\":{\"value\":" + district + "},\"assisting\":[],\"handBackBy\":\"" + replyBy
                + "\",\"arbitrated\":false}";
        var kinds = new java.util.ArrayList<String>(List.of(step(
                "FILED",
                "SPEAKER",
                "\\N",
                "{\"type\":\"Filed\",\"owner\":" + owner(cast.mine().value(), desk)
                        + ",\"matter\":\"E4\",\"grade\":\"U3\",\"deadlines\":{\"acknowledgeBy\":\"" + replyBy
                        + "\",\"replyBy\":\"" + replyBy + "\"},\"attachments\":[]}")));
        if (atUnit) {
            kinds.add(step("ACCEPTED", "PERSON", String.valueOf(desk), "{\"type\":\"Accepted\"}"));
            kinds.add(step(
                    "ASSIGNED",
                    "PERSON",
                    String.valueOf(desk),
                    "{\"type\":\"Assigned\",\"assignment\":" + assignment + ",\"word\":\"\"}"));
        }
        if (inHand) {
            kinds.add(step(
                    "ACKNOWLEDGED",
                    "PERSON",
                    String.valueOf(handler),
                    "{\"type\":\"Acknowledged\",\"owner\":" + owner(district, handler) + ",\"word\":\"\"}"));
        }
        if (inHand && !state.equals("IN_HAND")) {
            kinds.add(step(
                    "REPLIED",
                    "PERSON",
                    String.valueOf(handler),
                    "{\"type\":\"Replied\",\"reply\":" + reply + ",\"windowEnds\":\"" + window + "\"}"));
        }
        if (state.equals("CONCLUDED")) {
            kinds.add(step("CONCLUDED", "CLOCKWORK", "\\N", "{\"type\":\"Concluded\"}"));
        }
        tab(
                concerns,
                id,
                number(index),
                kinds.size(),
                "HELP",
                "PAGE",
                "NAMED",
                cast.workers().get(place).value(),
                title(words),
                words,
                "二号澡堂",
                district,
                cast.mine().value(),
                "f",
                filed,
                state,
                data,
                inHand ? district : cast.mine().value(),
                inHand ? handler : desk,
                atUnit ? district : "\\N",
                atUnit ? replyBy : "\\N",
                "E4",
                "U3",
                replyBy,
                replyBy,
                0,
                "f",
                "f",
                state.equals("REPLIED") ? window : "\\N",
                state.equals("CONCLUDED") ? "t" : "f",
                filed);
        for (var i = 0; i < kinds.size(); i++) {
            steps.append(id)
                    .append('\t')
                    .append(i + 1)
                    .append('\t')
                    .append(filed)
                    .append('\t')
                    .append(kinds.get(i));
        }
    }

    private static String title(String words) {
        return words.substring(0, Math.min(20, words.length()));
    }

    private static void grams(long id, String words, StringBuilder search) {
        search.append(id).append("\t{");
        var grams = Grams.of(title(words) + "\n" + words);
        for (var i = 0; i < grams.size(); i++) {
            search.append(i == 0 ? "" : ",").append('"').append(grams.get(i)).append('"');
        }
        search.append("}\n");
    }

    /** A number that people could type: its check digit is the one of ten that fits. */
    static String number(int index) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> ConcernNumber.parse("2020%07d%d".formatted(index, digit)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static String owner(long unit, long person) {
        return "{\"unit\":{\"value\":" + unit + "},\"person\":{\"value\":" + person + "}}";
    }

    private static String step(String kind, String author, String person, String data) {
        return author + "\t" + person + "\t" + kind + "\t" + data + "\n";
    }

    private static void tab(StringBuilder row, Object... cells) {
        for (var i = 0; i < cells.length; i++) {
            row.append(i == 0 ? "" : "\t").append(cells[i]);
        }
        row.append('\n');
    }
}
