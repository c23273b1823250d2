package cn.lianxin.platform.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the data can be written, and whether keys are for their owner alone. */
final class Folders {

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** What whoever asks may do. */
    interface Rights {
        boolean canWrite(Path file);

        boolean canRead(Path file);

        Rights OWN = new Rights() {
            @Override
            public boolean canWrite(Path file) {
                return Files.isWritable(file);
            }

            @Override
            public boolean canRead(Path file) {
                return Files.isReadable(file);
            }
        };
    }

    private Folders() {}

    static List<Finding> look(Path data, List<Path> keys, Rights rights) throws IOException {
        var found = new ArrayList<Finding>();
        if (!Files.isDirectory(data)) {
            found.add(Finding.wrong(
                    "没有数据目录 " + data + "：请核对 --data，或先启动一次。",
                    "There is no data directory " + data + ": check --data, or start once."));
            return found;
        }
        found.add(
                rights.canWrite(data)
                        ? Finding.fine("数据目录写得进去", "the data directory can be written")
                        : Finding.wrong(
                                "写不进数据目录 " + data + "：用启动连心的那个用户来跑，或 chown 给他。",
                                "The data directory " + data
                                        + " cannot be written: be the user who starts Lianxin, or chown it to him."));
        var open = new ArrayList<Path>();
        for (var key : keys) {
            if (Files.exists(key) && Files.getPosixFilePermissions(key).stream().anyMatch(OF_OTHERS::contains)) {
                open.add(key);
            }
        }
        open.forEach(key -> found.add(Finding.wrong(
                "别人也读得到钥匙 " + key + "：chmod 600 " + key + "；可能已经被看过的，换一把。",
                "Others can read the key " + key + ": chmod 600 " + key + "; where somebody may have, replace it.")));
        for (var key : keys) {
            if (Files.exists(key) && !rights.canRead(key)) {
                found.add(Finding.wrong(
                        "读不了钥匙 " + key + "：chown 给启动连心的用户。",
                        "The key " + key + " cannot be read: chown it to the user who starts Lianxin."));
            }
        }
        if (open.isEmpty()) {
            found.add(Finding.fine("钥匙只有主人读得到", "keys are for their owner alone"));
        }
        return found;
    }

    static List<Path> keys(Path data) {
        return Stream.of("secret.key", "vault.key", "log.key", "certificates/authority.pem", "postgres.password")
                .map(data::resolve)
                .toList();
    }
}
