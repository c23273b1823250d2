package cn.lianxin.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * An app on somebody's phone, by a library that was not written here.
 *
 * @param secret as it was typed from the page
 */
public record AuthenticatorApp(String secret) {

    /** What it shows at this moment. */
    public String code(Instant now) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret.replace(" ", "")), "RAW");
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, now);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
