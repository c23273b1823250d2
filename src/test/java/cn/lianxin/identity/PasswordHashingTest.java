package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void a_password_matches_its_own_hash_and_no_other() {
        var hash = hashing.hash("矿灯与安全帽");

        assertThat(hashing.matches("矿灯与安全帽", hash)).isTrue();
        assertThat(hashing.matches("矿灯和安全帽", hash)).isFalse();
    }

    /** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
    @Test
    void a_hash_costs_as_much_as_is_advised_today_and_one_that_cost_less_is_made_anew() {
        var hash = hashing.hash("矿灯与安全帽");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.isOutdated(hash)).isFalse();
        assertThat(hashing.isOutdated(hash.replace("m=19456", "m=16384"))).isTrue();
    }

    @Test
    void nobodys_hash_is_one_that_costs_the_same_work_and_that_no_password_matches() {
        var nobodys = PasswordHashing.ofNoPassword();

        assertThat(workOf(nobodys)).isEqualTo(workOf(hashing.hash("矿灯与安全帽")));
        assertThat(nobodys).hasSameSizeAs(hashing.hash("矿灯与安全帽"));
        assertThat(hashing.isOutdated(nobodys)).isFalse();
        assertThat(hashing.matches("", nobodys)).isFalse();
    }

    private static String workOf(String hash) {
        return hash.substring(0, hash.lastIndexOf("p=1$"));
    }
}
