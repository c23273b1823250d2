package cn.lianxin.platform.backup;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.note.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an installation lies outside of its database, and where the settings put it.
 *
 * @param settings asked by the names of environment variables
 */
record Installation(Path data, Settings settings) {

    /** What a variable of the environment says. */
    interface Settings {
        @Nullable
        String apply(String name);
    }

    /** What was signed and how far the logs went, from before the snapshot: it never says more than the rows do. */
    Map<String, Path> files() {
        var files = new LinkedHashMap<String, Path>();
        files.put("audit-heads.log", place("LIANXIN_AUDIT_HEADS", "audit-heads.log"));
        files.put("log-heads.log", log("log-heads.log"));
        files.put("log-witnesses.policy", log("log-witnesses.policy"));
        files.put("certificates/authority.pem", data.resolve("certificates/authority.pem"));
        files.values().removeIf(file -> !Files.isRegularFile(file));
        return files;
    }

    /** What opens the rows, or signs in our name. */
    Map<String, Path> keys() {
        var keys = new LinkedHashMap<String, Path>();
        keys.put("secret.key", data.resolve("secret.key"));
        keys.put("vault.key", place("LIANXIN_VAULT_KEYFILE", "vault.key"));
        keys.put("log.key", log("log.key"));
        keys.values().removeIf(file -> !Files.isRegularFile(file));
        return keys;
    }

    /** Without what signs by them. */
    List<String> publicLogKeys() throws IOException {
        var file = log("log.key");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> SigningKey.parse(line).verifier().toString())
                    .toList();
        } catch (Unproven broken) {
            throw new Refused(file + " 坏了。", file + " is damaged: " + broken.detail());
        }
    }

    private Path log(String name) {
        var directory = settings.apply("LIANXIN_TRANSPARENCY_DIRECTORY");
        return (directory == null ? data : Path.of(directory)).resolve(name);
    }

    private Path place(String setting, String name) {
        var said = settings.apply(setting);
        return said == null ? data.resolve(name) : Path.of(said);
    }
}
