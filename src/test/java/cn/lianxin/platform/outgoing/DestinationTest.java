package cn.lianxin.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:https://example.org!/",
                "//example.org/",
                "https:/example.org",
                "https:///example.org",
                "https://user@example.org/",
                "https://user:word@example.org/",
                "https://example.org@127.0.0.1/",
                "https://127.0.0.1#@example.org/",
                "https://127.0.0.1\\@example.org/",
                "https://example.org/#fragment",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://example.org:99999/",
                "https://example.org:-1/",
                "https://example.org:/x:y@",
                "https://exa mple.org/",
                "https://example.org/a b",
                "https://example.org/\r\nHost: other",
                "https://example.org/%0d%0a\u0000",
                "https://example.org/路径",
                "https://example..org/",
                "https://-example.org/",
                "https://exa_mple.org/",
                "https://example.org../",
                // Numbers in disguise.
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1.1/",
                "https://127.0.0.01/",
                "https://127.0.0.256/",
                "https://1.2.3.0x4/",
                "https://127.0.0.1%00.example.org/",
                "https://[::1%25lo]/",
                "https://[fe80::1%eth0]/",
                "https://[::1/",
                "https://::1/",
                "https://[]/",
                "https://[::1]x/"
            })
    void what_others_might_read_otherwise_is_no_address(String text) {
        assertThatThrownBy(() -> Destination.of(text, "url"))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("url"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https, example.org, 443, /",
        "HTTPS://Example.ORG/a?b=c, https, example.org, 443, /a?b=c",
        "https://example.org?b=c, https, example.org, 443, /?b=c",
        "https://example.org./, https, example.org, 443, /",
        "http://example.org/, http, example.org, 80, /",
        "https://example.org:8443/x%20y, https, example.org, 8443, /x%20y",
        "https://127.0.0.1/, https, 127.0.0.1, 443, /",
        "https://[::FFFF:127.0.0.1]/, https, ::ffff:127.0.0.1, 443, /",
        "https://矿.中国/, https, xn--b8y.xn--fiqs8s, 443, /",
        // Letters and digits in circles become what they look like before anybody looks where they lead.
        "https://①②⑦.⓪.⓪.①/, https, 127.0.0.1, 443, /",
        "https://ⓔxample.org/, https, example.org, 443, /",
        "https://127。0。0。1/, https, 127.0.0.1, 443, /"
    })
    void an_address_is_taken_apart(String text, String scheme, String host, int port, String rest) {
        assertThat(Destination.of(text, "url")).isEqualTo(new Destination(scheme, host, port, rest));
    }

    @Test
    void a_name_may_be_as_long_as_names_are() {
        var label = "a".repeat(63);

        assertThat(Destination.of("https://" + label + ".org/", "url").host()).hasSize(67);
        assertThatThrownBy(() -> Destination.of("https://a" + label + ".org/", "url"))
                .isInstanceOf(Refusal.Violation.class);
    }
}
