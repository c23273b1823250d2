package cn.lianxin.evaluation;

import cn.lianxin.platform.likeness.BindingWords;
import cn.lianxin.platform.likeness.Message;
import cn.lianxin.platform.likeness.Topic;
import cn.lianxin.platform.likeness.Topics;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The topics in a stream of messages, which are placed one by one in the order of the file. */
final class TopicsOfStream implements Evaluation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int WORDS = 5;

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--stream", "--out", "--scale"));
        Path file = options.file("--stream");
        var rows = Rows.of(file, List.of("id", "title", "detail", "time"));
        double scale = options.number("--scale", 1);
        if (!(scale > 0)) {
            throw new BadInput("--scale 要大于 0。", "--scale has to be above 0.");
        }
        var out = options.target("--out");
        var messages = new ArrayList<Message>();
        for (int at = 0; at < rows.size(); at++) {
            messages.add(message(at, rows.get(at), file));
        }
        var topics = new Topics(scale);
        long before = System.nanoTime();
        messages.forEach(topics::place);
        topics.settle();
        double seconds = (System.nanoTime() - before) / 1e9;
        var found = topics.topics();
        out.ifPresent(target -> Similar.write(target, lines(found, rows, messages, topics)));
        return JSON.createObjectNode()
                .put("messages", rows.size())
                .put("topics", found.size())
                .put("seconds", Math.round(seconds * 100) / 100.0);
    }

    private static Message message(int at, Map<String, String> row, Path file) {
        var time = Cell.of(row, "time").replace('T', ' ').replace('/', '-');
        try {
            var instant = LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.ofHours(8));
            return new Message(at, Cell.of(row, "title"), Cell.of(row, "detail"), instant);
        } catch (DateTimeParseException _) {
            throw new BadInput(
                    file + " 里编号 " + Cell.of(row, "id") + " 的时间看不懂：" + Cell.of(row, "time")
                            + "，要写成 2026-11-21 08:00:00。",
                    file + ": the time of " + Cell.of(row, "id") + " has to look like 2026-11-21 08:00:00, not "
                            + Cell.of(row, "time") + ".");
        }
    }

    private static List<String> lines(
            List<Topic> found, List<Map<String, String>> rows, List<Message> messages, Topics topics) {
        var lines = new ArrayList<String>();
        for (var topic : found) {
            var line = JSON.createObjectNode().put("topic", lines.size() + 1);
            var ids = line.putArray("ids");
            topic.messages().forEach(id -> ids.add(Cell.of(rows.get(id.intValue()), "id")));
            line.put(
                    "first_raised_at",
                    topic.firstRaisedAt().atOffset(ZoneOffset.ofHours(8)).format(TIME));
            var texts = topic.messages().stream()
                    .map(id -> messages.get(id.intValue()))
                    .map(message -> message.title() + "\n" + message.detail())
                    .toList();
            BindingWords.of(texts, topics::rarity, WORDS).forEach(line.putArray("words")::add);
            lines.add(line.toString());
        }
        return lines;
    }
}
