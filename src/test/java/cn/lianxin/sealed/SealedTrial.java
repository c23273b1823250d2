package cn.lianxin.sealed;

import cn.lianxin.kernel.Actor;
import cn.lianxin.sealed.KeepingSealedKeys.NewKey;
import cn.lianxin.sealed.KeepingSealedKeys.NewRecoveryKey;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWEObjectJSON;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MultiEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Does what the browsers do, with a library that knows nothing of them: keys, reports, and how they are closed. */
@Component
public class SealedTrial {

    public static final String PASSPHRASE = "12345678901234567890";

    private static final int SMALLEST = 16_384;
    private static final int SALT = 16;
    private static final int ROUNDS = 1000;

    private final KeepingSealedKeys keeping;
    private final SealingReports sealing;
    private final SenderReturns returns;
    private final ReadingSealed reading;
    private final Keys keys;
    private final JsonMapper json;

    SealedTrial(
            KeepingSealedKeys keeping,
            SealingReports sealing,
            SenderReturns returns,
            ReadingSealed reading,
            Keys keys,
            JsonMapper json) {
        this.keeping = keeping;
        this.sealing = sealing;
        this.returns = returns;
        this.reading = reading;
        this.keys = keys;
        this.json = json;
    }

    /** With its private half, which the installation does not get. */
    public ECKey recoveryKey(Actor administrator) {
        var key = newKey();
        keeping.makeRecovery(new NewRecoveryKey(sent(key), "纪检老李", "工会老张", "律师老王"), administrator);
        return key;
    }

    /** Under {@link #PASSPHRASE}. */
    public ECKey keyOf(Actor officer) {
        var key = newKey();
        keeping.make(new NewKey(sent(key), locked(key, PASSPHRASE)), officer);
        return key;
    }

    /** Files it for these officers and the installation; answers its number. */
    public String file(String words, ECKey... officers) {
        return sealing.seal(report(UUID.randomUUID().toString(), words, newKey(), officers)
                        .checked())
                .number();
    }

    /** The same, and whoever sent it says that he is given trouble. */
    public String fileInTrouble(String words, ECKey... officers) {
        var seed = UUID.randomUUID().toString();
        var report = sealing.seal(report(seed, words, newKey(), officers).checked());
        returns.say(opening(seed), true);
        return report.number();
    }

    /** What whoever sent it has: its number, what his receipt was stretched into, and his key. */
    public record Filed(String number, String opening, ECKey reporter) {}

    /** As {@link #file}. */
    public Filed filed(String words, ECKey... officers) {
        var seed = UUID.randomUUID().toString();
        var reporter = newKey();
        var report = sealing.seal(report(seed, words, reporter, officers).checked());
        return new Filed(report.number(), opening(seed), reporter);
    }

    /** Closed for whoever sent it, these officers and the installation. */
    public void answer(Filed filed, String words, Actor by, ECKey... officers) {
        var readers = new ArrayList<>(List.of(officers));
        readers.add(filed.reporter());
        readers.add(parsed(keys.recovery().orElseThrow().publicKey()));
        reading.answer(
                filed.number(),
                envelope(parcel(words), readers.toArray(ECKey[]::new)).checked(Sealing.HEAD),
                by);
    }

    NewSealedReport.Sent report(String seed, String words, ECKey reporter, ECKey... officers) {
        var recovery = parsed(keys.recovery().orElseThrow().publicKey());
        var readers = new ArrayList<>(List.of(officers));
        readers.add(recovery);
        return new NewSealedReport.Sent(
                Sealing.text(Arrays.copyOf(Sealing.sha256(seed.getBytes(StandardCharsets.UTF_8)), 18)),
                opening(seed),
                sent(reporter),
                locked(reporter, "receipt"),
                Sealing.HEAD,
                envelope(parcel(words), readers.toArray(ECKey[]::new)),
                true);
    }

    static String opening(String seed) {
        return HexFormat.of().formatHex(Sealing.sha256(("opening" + seed).getBytes(StandardCharsets.UTF_8)));
    }

    Envelope.Sent envelope(byte[] parcel, ECKey... readers) {
        return json.readValue(sealed(parcel, readers), Envelope.Sent.class);
    }

    /** The general form of RFC 7516. */
    static String sealed(byte[] parcel, ECKey... readers) {
        try {
            var header = new JWEHeader.Builder(EncryptionMethod.A256GCM).build();
            var object = new JWEObjectJSON(header, new Payload(parcel));
            object.encrypt(new MultiEncrypter(new JWKSet(List.of(readers))));
            return object.serializeGeneral();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] parcel(String words) {
        var head = json.writeValueAsBytes(Map.of("words", words, "files", List.of()));
        return ByteBuffer.allocate(SMALLEST).putInt(head.length).put(head).array();
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey parsed(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            return new ECKey.Builder(key)
                    .keyIDFromThumbprint()
                    .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
                    .build();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicKey.Sent sent(ECKey key) {
        return new PublicKey.Sent(
                "EC", "P-256", key.getX().toString(), key.getY().toString());
    }

    static String locked(ECKey key, String passphrase) {
        try {
            var header = new JWEHeader(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM);
            var object = new JWEObject(header, new Payload(key.toJSONObject()));
            object.encrypt(new PasswordBasedEncrypter(passphrase, SALT, ROUNDS));
            return object.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
