package cn.lianxin.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    @TempDir
    Path data;

    @Test
    void what_was_locked_opens_in_its_place_alone_and_shows_nothing() {
        var secrets = secrets(OLD);

        var locked = secrets.lock("13812345678", "contact:1:sms");

        assertThat(secrets.unlock(locked, "contact:1:sms")).isEqualTo("13812345678");
        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain("1381234");
        assertThat(secrets.lock("13812345678", "contact:1:sms")).isNotEqualTo(locked);
        assertThatThrownBy(() -> secrets.unlock(locked, "contact:2:sms")).isInstanceOf(IllegalStateException.class);
        locked[locked.length - 1] ^= 1;
        assertThatThrownBy(() -> secrets.unlock(locked, "contact:1:sms")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_is_replaced_by_putting_the_new_one_before_it() {
        var locked = secrets(OLD).lock("13812345678", "x");

        assertThat(secrets(NEW, OLD).unlock(locked, "x")).isEqualTo("13812345678");
        assertThat(secrets(NEW).unlock(secrets(NEW, OLD).lock("1", "x"), "x")).isEqualTo("1");
        assertThatThrownBy(() -> secrets(NEW).unlock(locked, "x")).hasMessageContaining("lianxin.secret-keys");
        assertThat(secrets(NEW).unlockIfPossible(locked, "x")).isEmpty();
        assertThat(secrets(OLD).unlockIfPossible(locked, "x")).contains("13812345678");
    }

    @Test
    void without_a_setting_the_key_lies_beside_the_data_for_its_owner_alone_and_stays() throws IOException {
        var locked = secrets().lock("13812345678", "x");

        assertThat(secrets().unlock(locked, "x")).isEqualTo("13812345678");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve("secret.key"));
        }
    }

    private Secrets secrets(String... keys) {
        return new Secrets(new SecretKeys(List.of(keys), data));
    }
}
