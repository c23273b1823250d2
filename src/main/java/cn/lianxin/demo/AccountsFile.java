package cn.lianxin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code demo-accounts.txt} in the data directory, for its owner's eyes alone: how to sign in as whom. */
@Component
class AccountsFile {

    private final Path file;

    AccountsFile(@Value("${lianxin.data}") Path data) {
        this.file = data.toAbsolutePath().resolve("demo-accounts.txt");
    }

    Path path() {
        return file;
    }

    Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(List<ShowRole> shown, String everybodysPassword) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, table(shown, everybodysPassword));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(List<ShowRole> shown, String everybodysPassword) {
        var table = new StringBuilder(line("角色", "role", "工号 number", "姓名 name", "密码 password"));
        for (var one : shown) {
            var person = one.person();
            table.append(line(one.role(), one.englishRole(), person.staffNumber(), person.name(), one.password()));
        }
        return table.append(line("其他任何人", "anybody else", "他的工号", "", everybodysPassword))
                .toString();
    }

    private static String line(String role, String englishRole, String number, String name, String password) {
        return "  " + padded(role, 20) + padded(englishRole, 24) + padded(number, 13) + padded(name, 11) + password
                + "\n";
    }

    /** On a screen a Chinese character is as wide as two Latin ones. */
    private static String padded(String text, int width) {
        var shown =
                text.codePoints().map(character -> character < 0x2E80 ? 1 : 2).sum();
        return text + " ".repeat(Math.max(2, width - shown));
    }
}
