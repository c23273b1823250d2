package cn.lianxin.platform.backup;

import cn.lianxin.platform.attachment.StoredFiles;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.VerifierKey;
import cn.lianxin.platform.transparency.StoredLog;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads a restored database whole and holds it against what the backup says of the one that it was taken of. */
final class Proving {

    /** @param proved what holds, one sentence each */
    record Result(List<String> proved, List<String> faults) {

        /** Whether all of it holds, a line for each thing. */
        boolean tell(PrintStream out) {
            proved.forEach(sentence -> out.println("✓ " + sentence));
            faults.forEach(sentence -> out.println("✗ " + sentence));
            return faults.isEmpty();
        }
    }

    private final Contents contents;
    private final Connection connection;
    private final List<String> proved = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Proving(Contents contents, Connection connection) {
        this.contents = contents;
        this.connection = connection;
    }

    static Result of(Contents contents, Connection connection, Clock clock) throws SQLException, IOException {
        var proving = new Proving(contents, connection);
        Catalogue.settle(connection);
        proving.tables();
        proving.sequences();
        var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        proving.attachments(new StoredFiles(database));
        proving.log(new StoredLog(database, clock));
        return new Result(List.copyOf(proving.proved), List.copyOf(proving.faults));
    }

    /** Of a database of which nobody wrote down what is in it: all of it can be read, and holds in itself. */
    static Result standing(List<String> logKeys, Connection connection, Clock clock) throws SQLException, IOException {
        Catalogue.settle(connection);
        var catalogue = new Catalogue(connection);
        var there = new ArrayList<Contents.Table>();
        if (!catalogue.tables().containsKey(Catalogue.HISTORY)) {
            return new Result(List.of(), List.of("这个数据库里没有连心的数据 · nothing of Lianxin is in this database"));
        }
        for (var table : catalogue.tables().values()) {
            there.add(MakingBackup.counted(connection, table));
        }
        var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var log = new StoredLog(database, clock);
        var contents = new Contents(
                catalogue.identity(),
                clock.instant(),
                catalogue.server(),
                log.newest().map(Proving::words),
                logKeys,
                there,
                List.of(),
                List.of());
        var proving = new Proving(contents, connection);
        proving.proved(
                there.size() + " 张表、" + contents.rows() + " 行，每一行都读得出来",
                contents.rows() + " rows in " + there.size() + " tables can be read, each of them");
        proving.attachments(new StoredFiles(database));
        proving.log(log);
        return new Result(List.copyOf(proving.proved), List.copyOf(proving.faults));
    }

    private static String words(Checkpoint point) {
        return point.origin() + " " + point.size() + " " + point.root();
    }

    private void tables() throws SQLException, IOException {
        var before = faults.size();
        var there = new Catalogue(connection).tables();
        for (var wanted : contents.tables()) {
            var table = there.get(wanted.name());
            if (table == null) {
                fault("没有表 " + wanted.name(), "there is no table " + wanted.name());
                continue;
            }
            var found = MakingBackup.counted(connection, table);
            if (found.rows() != wanted.rows()) {
                fault(
                        "表 " + wanted.name() + " 有 " + found.rows() + " 行，应当是 " + wanted.rows(),
                        "table " + wanted.name() + " has " + found.rows() + " rows, not " + wanted.rows());
            } else if (!found.sum().equals(wanted.sum()) || !found.columns().equals(wanted.columns())) {
                fault("表 " + wanted.name() + " 的内容不一样", "the rows of table " + wanted.name() + " are others");
            }
        }
        if (faults.size() == before) {
            proved(
                    contents.tables().size() + " 张表、" + contents.rows() + " 行，行数和内容都和备份那一刻一样",
                    contents.rows() + " rows in " + contents.tables().size()
                            + " tables: as many, and the same, as at the moment of the backup");
        }
    }

    private void sequences() throws SQLException {
        var there = new HashSet<>(new Catalogue(connection).sequences());
        var before = faults.size();
        contents.sequences().stream()
                .filter(one -> !there.contains(one))
                .forEach(one ->
                        fault("编号 " + one.name() + " 没有接上", "sequence " + one.name() + " does not go on where it was"));
        if (faults.size() == before) {
            proved(
                    contents.sequences().size() + " 个编号都接得上",
                    contents.sequences().size() + " sequences go on where they were");
        }
    }

    private void attachments(StoredFiles files) {
        var altered = files.altered();
        altered.forEach(id -> fault("附件 " + id + " 的内容和它的校验和对不上", "file " + id + " does not fit its digest"));
        if (altered.isEmpty()) {
            proved(files.count() + " 个附件，每个都和它的校验和对得上", files.count() + " attachments fit their digests, each of them");
        }
    }

    private void log(StoredLog log) {
        var proof =
                log.prove(contents.logKeys().stream().map(VerifierKey::parse).toList());
        proof.faults().stream().map(Unproven::sentence).forEach(faults::add);
        var newest = proof.newest().map(Proving::words);
        if (!newest.equals(contents.log())) {
            fault("公开账本最后签的不是备份里记的那一处", "the public log's newest checkpoint is not the one of the backup");
        }
        if (!proof.faults().isEmpty()) {
            return;
        }
        proved(
                "公开账本 " + proof.entries() + " 条，每一条都在树里，没有空号",
                "the public log's " + proof.entries() + " entries all stand in its tree, without a gap");
        var signatures = proof.byKnownKeys()
                ? new String[] {"，签名都对", ", and their signatures are good"}
                : new String[] {"；没有公钥，签名没有核对", "; there is no public key, so signatures were not looked at"};
        proved(
                proof.checkpoints() + " 次签过的都接得上" + signatures[0],
                proof.checkpoints() + " signed checkpoints lead to the same tree" + signatures[1]);
    }

    private void proved(String chinese, String english) {
        proved.add(chinese + " · " + english);
    }

    private void fault(String chinese, String english) {
        faults.add(chinese + " · " + english);
    }
}
