package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What may be attached is written down where those look who have to allow it. */
class FileTypesDocumentTest {

    @Test
    void the_page_on_security_names_every_type_and_both_limits() throws IOException {
        var text = Files.readString(Path.of("docs/security.md"));
        var section = text.substring(text.indexOf("\n## Files"));

        for (var type : FileType.values()) {
            assertThat(section).as(type.name()).contains("`" + type.extension() + "`");
        }
        assertThat(section)
                .contains(Intake.LARGEST / 1024 / 1024 + " MB")
                .contains(Intake.MOST_PIXELS / 1_000_000 + " million pixels")
                .contains(Intake.LONGEST.toMinutes() + " minutes");
    }
}
