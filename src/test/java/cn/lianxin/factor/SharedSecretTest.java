package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

class SharedSecretTest {

    @Test
    void its_letters_are_base_32_of_160_bits() {
        for (var i = 0; i < 200; i++) {
            var secret = SharedSecret.random();

            assertThat(secret.letters()).matches("[A-Z2-7]{32}");
            assertThat(secret.bytes()).hasSize(20).isEqualTo(new Base32().decode(secret.letters()));
        }
    }

    @Test
    void it_is_typed_in_fours() {
        assertThat(new SharedSecret("ABCDEFGH").groups()).containsExactly("ABCD", "EFGH");
    }

    @Test
    void the_address_for_the_app_says_all_that_apps_ask_for_and_is_never_logged() {
        var secret = new SharedSecret("ABCDEFGH");

        assertThat(secret.address("连心 北山", "S 1"))
                .isEqualTo("otpauth://totp/%E8%BF%9E%E5%BF%83%20%E5%8C%97%E5%B1%B1:S%201?secret=ABCDEFGH"
                        + "&issuer=%E8%BF%9E%E5%BF%83%20%E5%8C%97%E5%B1%B1&algorithm=SHA1&digits=6&period=30");
        assertThat(secret.toString()).doesNotContain("ABCD");
    }
}
