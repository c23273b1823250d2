package cn.lianxin.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a base is: a copy of the files of an embedded server, of use only together with the segments that were written meanwhile.
 *
 * @param from the number of that server
 * @param until from when on every moment can be reached with it
 * @param first the oldest segment that it needs
 * @param last the newest one without which it is nothing
 * @param logKeys by which checkpoints of the public log are believed
 */
record BaseContents(
        String from,
        Instant at,
        Instant until,
        String first,
        String last,
        List<String> logKeys,
        List<Contents.Part> parts) {

    static final String FILE = "base.txt";

    private static final String FIRST = "lianxin-base 1";

    String text() {
        var lines = new ArrayList<String>();
        lines.add(FIRST);
        lines.add("from " + from);
        lines.add("at " + at);
        lines.add("until " + until);
        lines.add("first " + first);
        lines.add("last " + last);
        logKeys.forEach(key -> lines.add("key " + key));
        parts.forEach(part -> lines.add("part " + part.sha256() + " " + part.size() + " " + part.path()));
        return Contents.closed(lines);
    }

    /** Refuses what is not whole. */
    static BaseContents read(Path base) throws IOException {
        var lines = Contents.opened(base.resolve(FILE));
        if (!lines.getFirst().equals(FIRST)) {
            throw new Refused(
                    "这份底子是另一种格式：" + lines.getFirst() + "，请用它那时的连心。",
                    "This base has another format, " + lines.getFirst() + ": use the Lianxin of its time.");
        }
        var keys = new ArrayList<String>();
        var parts = new ArrayList<Contents.Part>();
        for (var line : lines) {
            var words = line.split(" ", -1);
            if (words[0].equals("key")) {
                keys.add(words[1]);
            } else if (words[0].equals("part")) {
                parts.add(new Contents.Part(words[3], Long.parseLong(words[2]), words[1]));
            }
        }
        return new BaseContents(
                word(lines, "from"),
                Instant.parse(word(lines, "at")),
                Instant.parse(word(lines, "until")),
                word(lines, "first"),
                word(lines, "last"),
                List.copyOf(keys),
                List.copyOf(parts));
    }

    private static String word(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(FILE + " 里没有 " + name + "。", "There is no line " + name + " in " + FILE + "."));
    }

    /** Refuses a base of which a part is not what was written. */
    void mustBeWhole(Path base) throws IOException {
        for (var part : parts) {
            var file = base.resolve(part.path());
            if (!Files.isRegularFile(file)
                    || Files.size(file) != part.size()
                    || !Digests.of(file).equals(part.sha256())) {
                throw new Refused(
                        "底子坏了：" + file + " 不见了，或者和校验和对不上。把 " + base + " 移走，就会用更早的一份。",
                        "This base is damaged: " + file + " is gone or does not fit its digest. Move " + base
                                + " away, and the one before it is taken.");
            }
        }
    }
}
