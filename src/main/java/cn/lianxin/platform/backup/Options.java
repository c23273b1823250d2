package cn.lianxin.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the script hands over: {@code --name=value}, {@code --name}, and words. */
record Options(Map<String, String> named, List<String> words) {

    static Options of(List<String> arguments) {
        var named = new HashMap<String, String>();
        for (var one : arguments) {
            if (one.startsWith("--")) {
                var at = one.indexOf('=');
                named.put(at < 0 ? one.substring(2) : one.substring(2, at), at < 0 ? "" : one.substring(at + 1));
            }
        }
        return new Options(
                Map.copyOf(named),
                arguments.stream().filter(one -> !one.startsWith("--")).toList());
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(named.get(name));
    }

    Optional<Path> path(String name) {
        return find(name).map(value -> Path.of(value).toAbsolutePath().normalize());
    }

    Path needed(String name) {
        return path(name).orElseThrow(() -> new Refused("缺 --" + name + "。", "--" + name + " is missing."));
    }

    boolean has(String name) {
        return named.containsKey(name);
    }

    /** The backup that is meant: this directory, or the newest below it. */
    Path backup() throws IOException {
        if (words.size() != 1) {
            throw new Refused("哪一个备份？请给出它的目录。", "Which backup? Give its directory.");
        }
        var said = Path.of(words.getFirst()).toAbsolutePath().normalize();
        var below = new Places(said).finished();
        return below.isEmpty() ? said : below.getLast();
    }
}
