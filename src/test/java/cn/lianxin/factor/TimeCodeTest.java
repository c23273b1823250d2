package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {

    private static final byte[] SECRET_OF_THE_RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The vectors of the RFC have eight digits; six are their end. */
    @ParameterizedTest
    @DisplayName("RFC 6238, appendix B: the vectors for SHA-1")
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void it_makes_the_codes_of_the_rfc(long seconds, String eightDigits) {
        var step = TimeCode.stepAt(Instant.ofEpochSecond(seconds));

        assertThat(TimeCode.of(SECRET_OF_THE_RFC, step)).isEqualTo(eightDigits.substring(2));
    }

    @Test
    @DisplayName("RFC 4226, appendix D: the vectors for the counter")
    void it_makes_the_codes_of_the_counter() {
        var codes = List.of(
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489");

        for (var counter = 0; counter < codes.size(); counter++) {
            assertThat(TimeCode.of(SECRET_OF_THE_RFC, counter)).isEqualTo(codes.get(counter));
        }
    }

    @Test
    void a_program_that_was_not_written_here_makes_the_same_codes() throws Exception {
        var foreign = new TimeBasedOneTimePasswordGenerator();

        for (var i = 0; i < 500; i++) {
            var secret = SharedSecret.random();
            var at = Instant.ofEpochSecond(1_700_000_000L + i * 7_919L);
            var key = new SecretKeySpec(new Base32().decode(secret.letters()), "RAW");

            assertThat(TimeCode.of(secret.bytes(), TimeCode.stepAt(at)))
                    .isEqualTo(foreign.generateOneTimePasswordString(key, at));
        }
    }

    @Test
    void a_clock_may_be_wrong_by_one_step_and_no_more() {
        var now = Instant.ofEpochSecond(1_790_000_000L);
        var here = TimeCode.stepAt(now);

        for (var away = -3; away <= 3; away++) {
            var step = TimeCode.stepOf(TimeCode.of(SECRET_OF_THE_RFC, here + away), SECRET_OF_THE_RFC, now);
            assertThat(step)
                    .as("%s steps away", away)
                    .isEqualTo(Math.abs(away) <= 1 ? OptionalLong.of(here + away) : OptionalLong.empty());
        }
    }

    @Test
    void what_is_no_code_is_of_no_step() {
        assertThat(TimeCode.stepOf("", SECRET_OF_THE_RFC, Instant.EPOCH)).isEmpty();
        assertThat(TimeCode.stepOf("1234567", SECRET_OF_THE_RFC, Instant.EPOCH)).isEmpty();
    }
}
