package cn.lianxin.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class HttpsByAddressTest {

    @Test
    void plain_http_is_spoken_on_loopback_alone_or_where_somebody_says_so() {
        assertThat(speaksHttps(Map.of("server.address", "127.0.0.1"))).isFalse();
        assertThat(speaksHttps(Map.of("server.address", "localhost"))).isFalse();
        assertThat(speaksHttps(Map.of("server.address", "::1"))).isFalse();
        assertThat(speaksHttps(Map.of("server.address", "0.0.0.0"))).isTrue();
        assertThat(speaksHttps(Map.of("server.address", "10.3.4.5"))).isTrue();
        assertThat(speaksHttps(Map.of())).isTrue();
        assertThat(speaksHttps(Map.of("server.address", "0.0.0.0", "lianxin.https", "false")))
                .isFalse();
        assertThat(speaksHttps(Map.of("server.address", "0.0.0.0", "lianxin.https", "yes")))
                .isTrue();
        assertThat(speaksHttps(Map.of("server.address", "127.0.0.1", "lianxin.https", "true")))
                .isTrue();
        assertThat(speaksHttps(Map.of("server.address", "127.0.0.1", "lianxin.certificate", "c.pem")))
                .isTrue();
    }

    @Test
    void what_a_proxy_says_is_believed_only_without_https_of_our_own() {
        assertThat(environment(Map.of("server.address", "0.0.0.0")).getProperty("server.forward-headers-strategy"))
                .isEqualTo("none");
        assertThat(environment(Map.of("server.address", "127.0.0.1")).getProperty("server.forward-headers-strategy"))
                .isEqualTo("native");
    }

    private static boolean speaksHttps(Map<String, Object> settings) {
        return environment(settings).containsProperty("server.ssl.bundle");
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new HttpsByAddress().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
