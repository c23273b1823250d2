package cn.lianxin.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind the command's name: {@code --name value}, each at most once. */
record Options(Map<String, String> values) {

    static Options of(List<String> words) {
        var values = new HashMap<String, String>();
        for (int at = 0; at < words.size(); at += 2) {
            var name = words.get(at);
            if (!name.startsWith("--")) {
                throw new BadInput("不认识的词：" + name + "。", "A word that nothing asked for: " + name + ".");
            }
            if (at + 1 == words.size()) {
                throw new BadInput(name + " 后面要跟一个值。", name + " needs a value.");
            }
            if (values.put(name, words.get(at + 1)) != null) {
                throw new BadInput(name + " 写了两次。", name + " is given twice.");
            }
        }
        return new Options(values);
    }

    /** Refuses what the command does not know, before it works for minutes. */
    Options only(Set<String> known) {
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                throw new BadInput("不认识的选项 " + name + "。", "Unknown option " + name + ".");
            }
        }
        return this;
    }

    Path file(String name) {
        var file = Path.of(text(name));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInput("读不了这个文件：" + file, "This file cannot be read: " + file);
        }
        return file;
    }

    /** Where to write; the directory has to be there. */
    Optional<Path> target(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of).map(file -> {
            var directory = file.toAbsolutePath().getParent();
            if (directory == null || !Files.isWritable(directory)) {
                throw new BadInput("写不进这个文件：" + file, "This file cannot be written: " + file);
            }
            return file;
        });
    }

    String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new BadInput("还缺 " + name + "。", name + " is missing.");
        }
        return value;
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    double number(String name, double otherwise) {
        var value = values.get(name);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException _) {
            throw new BadInput(name + " 要是一个数。", name + " has to be a number.");
        }
    }
}
