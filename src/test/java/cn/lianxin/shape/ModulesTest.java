package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    static final ApplicationModules MODULES = ApplicationModules.of(Lianxin.class);

    @Test
    void rooms_use_only_the_rooms_they_name() {
        MODULES.verify();
    }

    @Test
    void every_package_with_classes_is_a_room_and_null_marked() throws IOException {
        var known = MODULES.stream()
                .map(module -> module.getBasePackage().getName())
                .toList();

        for (var directory : packagesBelow(MAIN)) {
            var name = MAIN.relativize(directory).toString().replace('/', '.');
            var about = directory.resolve("package-info.java");
            assertThat(about).exists();
            assertThat(Files.readString(about)).contains("@NullMarked");
            if (!name.equals("cn.lianxin")) {
                assertThat(known).contains(name);
            }
        }
    }

    /** A second package-info on the class path hides the first, and its room with it. */
    @Test
    void no_test_hides_the_description_of_a_room() throws IOException {
        for (var directory : packagesBelow(TEST)) {
            var main = MAIN.resolve(TEST.relativize(directory)).resolve("package-info.java");
            if (Files.exists(main)) {
                assertThat(directory.resolve("package-info.java")).doesNotExist();
            }
        }
    }

    private static List<Path> packagesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }
}
