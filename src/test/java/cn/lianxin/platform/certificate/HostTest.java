package cn.lianxin.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @Test
    void it_is_written_as_certificates_write_it() {
        assertThat(Host.of("Lianxin.Mine.").text()).isEqualTo("lianxin.mine");
        assertThat(Host.of("连心.矿").text()).startsWith("xn--").isEqualTo(java.net.IDN.toASCII("连心.矿"));
        assertThat(Host.of("[::1]")).isEqualTo(Host.of("0:0:0:0:0:0:0:1"));
        assertThat(Host.of("10.3.4.5").isAddress()).isTrue();
        assertThat(Host.of("::1").inAddress()).startsWith("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://lianxin.mine",
                "lianxin.mine:8420",
                "lian xin",
                "-a.mine",
                "10.3.4",
                "300.1.2.3",
                "a..b"
            })
    void what_nobody_can_type_into_a_browser_is_refused(String typed) {
        assertThatThrownBy(() -> Host.of(typed)).isInstanceOf(CertificateTrouble.class);
    }
}
