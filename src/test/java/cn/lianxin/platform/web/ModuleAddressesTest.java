package cn.lianxin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whatever the editor asks for is there, with addresses for names: a version that is raised in one place alone is noticed. */
@ProductTest
class ModuleAddressesTest {

    private static final Pattern ASKED = Pattern.compile("(?:\\bfrom |\\bimport )(['\"])([^'\"]+)\\1");

    @Autowired
    MockMvcTester mvc;

    @Test
    void all_parts_of_the_editor_are_found_from_the_first_one() throws Exception {
        var due = new ArrayDeque<String>(
                asked(Files.readString(Path.of("src/main/resources/static/newsroom-editor.js"))));
        var found = new HashSet<String>();
        while (!due.isEmpty()) {
            var address = due.remove();
            if (found.add(address)) {
                assertThat(address).startsWith("/webjars/");
                var answer = mvc.get().uri(address).exchange();
                assertThat(answer).as(address).hasStatusOk();
                assertThat(answer.getResponse().getContentType()).contains("javascript");
                assertThat(answer.getResponse().getHeader("Cache-Control")).contains("max-age=604800");
                due.addAll(asked(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)));
            }
        }

        assertThat(found).hasSize(11);
        assertThat(Files.readString(Path.of("src/main/jte/newsroom/write.jte")))
                .contains("/webjars/prosemirror-view/1.41.3/style/prosemirror.css");
        assertThat(found).contains("/webjars/prosemirror-view/1.41.3/dist/index.js");
    }

    private static List<String> asked(String text) {
        return text.lines()
                .filter(line -> line.startsWith("import "))
                .flatMap(line -> ASKED.matcher(line).results())
                .map(found -> found.group(2))
                .toList();
    }
}
