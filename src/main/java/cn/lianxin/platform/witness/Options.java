package cn.lianxin.platform.witness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the script hands over as {@code --name=value}, and one word without a name. */
record Options(Map<String, String> named, Optional<String> word) {

    static Options of(String[] arguments) {
        var named = new HashMap<String, String>();
        var word = Optional.<String>empty();
        for (var argument : arguments) {
            if (argument.startsWith("--") && argument.contains("=")) {
                var at = argument.indexOf('=');
                named.put(argument.substring(2, at), argument.substring(at + 1));
            } else {
                word = Optional.of(argument);
            }
        }
        return new Options(named, word);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(named.get(name));
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("--" + name + "=… is missing"));
    }
}
