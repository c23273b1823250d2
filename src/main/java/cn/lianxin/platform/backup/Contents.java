package cn.lianxin.platform.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is in a backup, as lines of words, the last of which is the digest of all before it.
 *
 * @param from which database it was taken of
 * @param server its version
 * @param log origin, size and root of the public log's newest checkpoint; empty where nothing was signed
 * @param logKeys by which checkpoints of the log are believed
 */
record Contents(
        String from,
        Instant at,
        int server,
        Optional<String> log,
        List<String> logKeys,
        List<Table> tables,
        List<Sequence> sequences,
        List<Part> parts) {

    static final String FILE = "manifest.txt";
    static final String SUMS = "sums.sha256";

    private static final String FIRST = "lianxin-backup 1";

    /** @param columns as they are written out, by commas */
    record Table(String name, long rows, String sum, String columns) {
        String part() {
            return "tables/" + name + ".gz";
        }
    }

    record Sequence(String name, long last, boolean called) {}

    /** @param path below the backup, with slashes */
    record Part(String path, long size, String sha256) {}

    String text() {
        var lines = new ArrayList<String>();
        lines.add(FIRST);
        lines.add("from " + from);
        lines.add("at " + at);
        lines.add("server " + server);
        log.ifPresent(point -> lines.add("log " + point));
        logKeys.forEach(key -> lines.add("key " + key));
        tables.forEach(table ->
                lines.add("table " + table.name() + " " + table.rows() + " " + table.sum() + " " + table.columns()));
        sequences.forEach(one -> lines.add("sequence " + one.name() + " " + one.last() + " " + one.called()));
        parts.forEach(part -> lines.add("part " + part.sha256() + " " + part.size() + " " + part.path()));
        return closed(lines);
    }

    /** With the digest of all lines as the last. */
    static String closed(List<String> lines) {
        var above = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        return above + "sha256 " + Digests.of(above) + "\n";
    }

    /** In the form of {@code sha256sum --check}, so that nobody needs us to look. */
    String sums() {
        return parts.stream()
                        .map(part -> part.sha256() + "  " + part.path() + "\n")
                        .collect(Collectors.joining())
                + Digests.of(text()) + "  " + FILE + "\n";
    }

    /** Refuses what is not whole. */
    static Contents read(Path backup) throws IOException {
        return parse(opened(backup.resolve(FILE)));
    }

    /** The lines of such a list, without the last; refuses one that does not fit its own digest. */
    static List<String> opened(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("这里没有备份：没有 " + file + "。", "No backup lies here: there is no " + file + ".");
        }
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        var end = text.lastIndexOf("sha256 ");
        if (end < 0 || !text.substring(end).equals("sha256 " + ofBytes(text.substring(0, end)) + "\n")) {
            throw new Refused(
                    file.getFileName() + " 坏了：和它自己的校验和对不上。",
                    file.getFileName() + " is damaged: it does not fit its own digest.");
        }
        return text.substring(0, end).lines().toList();
    }

    private static String ofBytes(String text) {
        return Digests.hex(Digests.sha256().digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Contents parse(List<String> lines) {
        if (!lines.getFirst().equals(FIRST)) {
            throw new Refused(
                    "这个备份是另一种格式：" + lines.getFirst() + "，请用它那时的连心。",
                    "This backup has another format, " + lines.getFirst() + ": use the Lianxin of its time.");
        }
        var log = Optional.<String>empty();
        var keys = new ArrayList<String>();
        var tables = new ArrayList<Table>();
        var sequences = new ArrayList<Sequence>();
        var parts = new ArrayList<Part>();
        var from = "";
        var at = Instant.EPOCH;
        var server = 0;
        for (var line : lines.subList(1, lines.size())) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "from" -> from = words[1];
                case "at" -> at = Instant.parse(words[1]);
                case "server" -> server = Integer.parseInt(words[1]);
                case "log" -> log = Optional.of(line.substring("log ".length()));
                case "key" -> keys.add(words[1]);
                case "table" -> tables.add(new Table(words[1], Long.parseLong(words[2]), words[3], words[4]));
                case "sequence" ->
                    sequences.add(new Sequence(words[1], Long.parseLong(words[2]), Boolean.parseBoolean(words[3])));
                case "part" -> parts.add(new Part(words[3], Long.parseLong(words[2]), words[1]));
                default -> throw new Refused(FILE + " 里有不认识的一行：" + line, "An unknown line in " + FILE + ": " + line);
            }
        }
        return new Contents(from, at, server, log, keys, tables, sequences, parts);
    }

    Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("备份里没有表 " + name + "。", "The backup has no table " + name + "."));
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
