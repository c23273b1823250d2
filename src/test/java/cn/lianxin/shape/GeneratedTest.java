package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(named = "lianxin.write-docs", matches = "true")
class GeneratedTest {

    @Test
    void a_document_that_differs_from_the_code_is_noticed(@TempDir Path folder) throws IOException {
        var document = Files.writeString(folder.resolve("rooms.md"), "<!-- rooms -->\nold\n<!-- /rooms -->\n");

        assertThatThrownBy(() -> Generated.mustBe("new\n", "rooms", document))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("write it anew");
    }

    @Test
    void a_document_without_its_markers_is_noticed(@TempDir Path folder) throws IOException {
        var document = Files.writeString(folder.resolve("rooms.md"), "nothing here\n");

        assertThatThrownBy(() -> Generated.mustBe("new\n", "rooms", document))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("markers of rooms");
    }
}
