package cn.lianxin.platform.vault;

import cn.lianxin.kernel.PersonId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/**
 * As what somebody stands in other tables where his id must not: the same each time, and nobody gets from it to the person
 * who has the database and not the key.
 */
@Component
public class Aliases {

    private static final String ALGORITHM = "HmacSHA256";

    private final VaultKeys keys;

    Aliases(VaultKeys keys) {
        this.keys = keys;
    }

    /** Below zero, where no id of a person is. */
    public long of(PersonId person) {
        return ByteBuffer.wrap(digest("alias", person)).getLong() | Long.MIN_VALUE;
    }

    /** As {@link #of}, for what may be an alias already: a person counts once, whether he spoke under his name or not. */
    public long ofKnown(long personOrAlias) {
        return personOrAlias < 0 ? personOrAlias : of(new PersonId(personOrAlias));
    }

    /**
     * What opens things for this person alone.
     *
     * @param purpose another one makes another key
     */
    public String keyOf(String purpose, PersonId person) {
        return HexFormat.of().formatHex(digest(purpose, person));
    }

    private byte[] digest(String purpose, PersonId person) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.alias());
            return mac.doFinal((purpose + ":" + person.value()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
