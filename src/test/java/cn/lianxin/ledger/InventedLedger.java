package cn.lianxin.ledger;

import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.spreadsheet.SpreadsheetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A complaint office's ledger as such offices keep it, invented: 1,400 rows in the shape and lengths of a real one. */
final class InventedLedger {

    static final List<String> HEADER = List.of("编号", "反映人", "标题", "反映时间", "反映内容", "答复意见", "答复时间");

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> TROUBLES = List.of(
            "澡堂热水下午就断了，夜班升井的人洗不上热水澡。",
            "食堂送到井下的班中餐是凉的，馒头也不够。",
            "这个月的夜班费没有发，问了队里说不知道。",
            "宿舍三楼水管漏水，报修一个星期没人来。",
            "通勤车早上总是晚到，赶不上班前会。",
            "年休假申请交上去两个月，没有答复。",
            "矿灯充电架坏了六个，下井要等别人的灯。");

    private InventedLedger() {}

    static List<List<String>> rows(int count, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<List<String>>();
        var at = LocalDateTime.of(2018, 3, 1, 8, 30, 0);
        for (int number = 1; number <= count; number++) {
            at = at.plusMinutes(10 + random.nextInt(1_500)).plusSeconds(random.nextInt(60));
            var trouble = TROUBLES.get(random.nextInt(TROUBLES.size()));
            rows.add(List.of(
                    String.valueOf(2_000 + number),
                    "A%08d".formatted(random.nextInt(100_000)),
                    trouble.substring(0, trouble.indexOf('，')) + "（" + number + "）",
                    at.format(SECOND),
                    trouble.repeat(1 + random.nextInt(random.nextInt(40) == 0 ? 120 : 12)) + "“请领导看看”,谢谢\n" + number,
                    "您好：您反映的问题已经查过。" + trouble.repeat(1 + random.nextInt(8)) + "已安排整改，请放心。",
                    at.plusDays(random.nextInt(90))
                            .plusSeconds(random.nextInt(40_000))
                            .format(SECOND)));
        }
        return rows;
    }

    static Path write(
            Path directory, String name, SpreadsheetFormat format, List<String> header, List<List<String>> rows)
            throws IOException {
        var file = directory.resolve(name);
        try (var out = Files.newOutputStream(file);
                var writer = SpreadsheetWriter.open(out, format, header)) {
            for (var row : rows) {
                writer.write(row);
            }
        }
        return file;
    }
}
