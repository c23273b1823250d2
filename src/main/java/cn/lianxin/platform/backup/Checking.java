package cn.lianxin.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Whether a backup still is what was written, without any database: each file against its digest, each table against its rows. */
final class Checking {

    private final Path backup;
    private final Contents contents;
    private final List<String> faults = new ArrayList<>();

    private Checking(Path backup, Contents contents) {
        this.backup = backup;
        this.contents = contents;
    }

    /** One sentence for each thing that is wrong; refuses where not even the list of parts is whole. */
    static List<String> faults(Path backup, Contents contents) throws IOException {
        var checking = new Checking(backup, contents);
        checking.sums();
        for (var part : contents.parts()) {
            checking.part(part);
        }
        for (var table : contents.tables()) {
            checking.table(table);
        }
        checking.nothingElse();
        return List.copyOf(checking.faults);
    }

    private void sums() throws IOException {
        var file = backup.resolve(Contents.SUMS);
        if (!Files.isRegularFile(file)) {
            fault(Contents.SUMS + " 不见了", Contents.SUMS + " is gone");
        } else if (!new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).equals(contents.sums())) {
            fault(
                    Contents.SUMS + " 坏了：和 " + Contents.FILE + " 对不上",
                    Contents.SUMS + " is damaged: it does not fit " + Contents.FILE);
        }
    }

    private void part(Contents.Part part) throws IOException {
        var file = backup.resolve(part.path());
        if (!Files.isRegularFile(file)) {
            fault(part.path() + " 不见了", part.path() + " is gone");
        } else if (Files.size(file) != part.size()) {
            fault(
                    part.path() + " 有 " + Files.size(file) + " 字节，应当是 " + part.size(),
                    part.path() + " has " + Files.size(file) + " bytes, not " + part.size());
        } else if (!Digests.of(file).equals(part.sha256())) {
            fault(part.path() + " 坏了：校验和对不上", part.path() + " is damaged: it does not fit its digest");
        }
    }

    private void table(Contents.Table table) {
        var rows = new RowsDigest();
        try (var in = open(backup, table)) {
            in.transferTo(rows);
        } catch (IOException unreadable) {
            // Its file was named already; how far its rows go is said below.
        }
        if (rows.rows() != table.rows()) {
            fault(
                    "表 " + table.name() + " 只读得出 " + rows.rows() + " 行，应当是 " + table.rows(),
                    "of table " + table.name() + " " + rows.rows() + " rows can be read, not " + table.rows());
        } else if (!rows.sum().equals(table.sum()) || rows.isCutOff()) {
            fault(
                    "表 " + table.name() + " 的内容变了",
                    "the rows of table " + table.name() + " are others than were written");
        }
    }

    static InputStream open(Path backup, Contents.Table table) throws IOException {
        return new GZIPInputStream(Files.newInputStream(backup.resolve(table.part())), 1 << 16);
    }

    private void nothingElse() throws IOException {
        var known = new HashSet<String>();
        known.add(Contents.FILE);
        known.add(Contents.SUMS);
        contents.parts().forEach(part -> known.add(part.path()));
        try (var files = Files.walk(backup)) {
            files.filter(Files::isRegularFile)
                    .map(file -> backup.relativize(file).toString())
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> fault(name + " 不在清单里", name + " does not stand in the list"));
        }
    }

    private void fault(String chinese, String english) {
        faults.add(chinese + " · " + english);
    }
}
