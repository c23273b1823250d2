package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)\\) [a-z]");
    private static final List<Path> READMES = List.of(Path.of("README.md"), Path.of("README.zh-CN.md"));

    @Test
    void every_link_leads_somewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var document : documents()) {
            var link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                var target = document.resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target)) {
                    broken.add(document + " → " + link.group(1));
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void both_readmes_name_every_room_and_every_command() throws IOException {
        var commands = COMMAND.matcher(Files.readString(Path.of("lianxin")))
                .results()
                .map(found -> "./lianxin " + found.group(1))
                .toList();
        assertThat(commands).hasSizeGreaterThan(4);
        for (var readme : READMES) {
            var text = Files.readString(readme);
            assertThat(commands).allSatisfy(command -> assertThat(text).contains(command));
            ApplicationModules.of(Lianxin.class).forEach(module -> {
                var room = module.getIdentifier().toString().replace("platform.", "");
                assertThat(text).as("%s names %s", readme, room).contains("`" + room + "`");
            });
        }
    }

    private static List<Path> documents() throws IOException {
        try (var below = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.concat(READMES.stream(), Stream.of(Path.of("CONTRIBUTING.md"))),
                            below.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }
}
