package cn.lianxin.raising;

import cn.lianxin.kernel.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells one writer from another on a phone that keeps nothing about a person. */
@Component
class Writers {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    Writers(JdbcClient database) {
        var found = database.sql("select secret from raising.mark_secret")
                .query((row, _) -> row.getObject("secret", UUID.class))
                .single();
        this.secret = new SecretKeySpec(found.toString().getBytes(StandardCharsets.US_ASCII), ALGORITHM);
    }

    /** Always the same for one person, and empty for whoever has not signed in. */
    String markOf(Actor actor) {
        if (!(actor instanceof Actor.Member member)) {
            return "";
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            var id = Long.toString(member.person().value());
            return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.US_ASCII)), 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
