package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.shamir.Scheme;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWEObjectJSON;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MultiDecrypter;
import com.nimbusds.jose.crypto.MultiEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What our pages close is opened by libraries that were not written here, and the other way round. */
@JourneyTest
class SealedForeignTest {

    private static final String WORDS = "井下瓦斯超限 0.8% 还让生产";

    private final JsonMapper json = new JsonMapper();

    Page page;

    @BeforeEach
    void a_page_with_the_scripts(Devices devices) {
        page = devices.phone().open("/sealed/receipt").page();
        page.addScriptTag(new Page.AddScriptTagOptions().setUrl(devices.home() + "/sealed-shares.js"));
    }

    @Test
    void what_the_browser_seals_for_two_each_of_them_opens_elsewhere(Devices devices) throws Exception {
        var sealed = json.readTree((String) page.evaluate(
                "async (words) => { const people = [await LianxinSealed.newPair(), await LianxinSealed.newPair()];"
                        + "return JSON.stringify({people, box: await LianxinSealed.seal(new TextEncoder().encode(words), people)}); }",
                WORDS));

        for (var person : sealed.get("people")) {
            var object = JWEObjectJSON.parse(sealed.get("box").toString());
            object.decrypt(new MultiDecrypter(key(person)));
            assertThat(object.getPayload().toBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(WORDS);
        }
    }

    @Test
    void what_is_sealed_elsewhere_the_browser_opens(Devices devices) throws Exception {
        var one = newKey();
        var object = new JWEObjectJSON(
                new JWEHeader.Builder(EncryptionMethod.A256GCM).build(),
                new Payload(WORDS.getBytes(StandardCharsets.UTF_8)));
        object.encrypt(new MultiEncrypter(new JWKSet(List.of(newKey(), one))));
        var box = (ObjectNode) json.readTree(object.serializeGeneral());
        var own = (ObjectNode) box.get("recipients").get(1);
        box.setAll(own);

        var opened = page.evaluate(
                "async ([box, key]) => new TextDecoder().decode(await LianxinSealed.open(JSON.parse(box), JSON.parse(key)))",
                List.of(box.toString(), one.toJSONString()));

        assertThat(opened).isEqualTo(WORDS);
    }

    @Test
    void one_changed_bit_or_another_key_opens_nothing(Devices devices) {
        var opened = page.evaluate("""
                async (words) => {
                    const one = await LianxinSealed.newPair(), other = await LianxinSealed.newPair();
                    const general = await LianxinSealed.seal(new TextEncoder().encode(words), [one]);
                    const box = Object.assign({}, general, general.recipients[0]), opens = [];
                    const bent = (field) => {
                        const bytes = LianxinSealed.decode(box[field]);
                        bytes[3] ^= 4;
                        return Object.assign({}, box, {[field]: LianxinSealed.encode(bytes)});
                    };
                    const tries = [[box, one], [box, other], [bent("ciphertext"), one], [bent("tag"), one], [bent("iv"), one],
                        [bent("encrypted_key"), one], [Object.assign({}, box, {protected: "e30"}), one]];
                    for (const [what, key] of tries) opens.push(await LianxinSealed.open(what, key).then(() => true, () => false));
                    return opens.join(" ");
                }
                """, WORDS);

        assertThat(opened).isEqualTo("true false false false false false false");
    }

    @Test
    void a_locked_key_opens_on_both_sides_and_with_its_own_passphrase_only(Devices devices) throws Exception {
        var locked = json.readTree((String) page.evaluate("""
                async () => {
                    const pair = await LianxinSealed.newPair(), secret = LianxinSealed.newPassphrase();
                    const locked = await LianxinSealed.lock(pair, secret);
                    const wrong = await LianxinSealed.unlock(locked, "0" + secret).then(() => true, () => false);
                    return JSON.stringify({pair, secret, locked, wrong, thumbprint: await LianxinSealed.thumbprint(pair)});
                }
                """));
        var object = JWEObject.parse(locked.get("locked").asString());
        object.decrypt(new PasswordBasedDecrypter(locked.get("secret").asString()));
        var back = ECKey.parse(object.getPayload().toString());

        assertThat(back.getD().toString()).isEqualTo(locked.at("/pair/d").asString());
        assertThat(back.computeThumbprint().toString())
                .isEqualTo(locked.get("thumbprint").asString());
        assertThat(object.getHeader().getPBES2Count()).isEqualTo(600_000);
        assertThat(locked.get("wrong").asBoolean()).isFalse();

        var key = newKey();
        var theirs = new JWEObject(
                new JWEHeader(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM),
                new Payload(key.toJSONObject()));
        theirs.encrypt(new PasswordBasedEncrypter("12345678901234567890", 16, 5000));
        assertThat(page.evaluate(
                        "async (locked) => (await LianxinSealed.unlock(locked, '12345678901234567890')).d",
                        theirs.serialize()))
                .isEqualTo(key.getD().toString());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 3", "2, 3", "3, 1"})
    void any_two_parts_give_the_key_back_on_both_sides_and_one_does_not(int one, int other, Devices devices) {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        var hex = HexFormat.of();
        var ours = json.readTree((String) page.evaluate(
                "(secret) => JSON.stringify(LianxinShares.split(Uint8Array.from(secret.match(/../g), (one) => parseInt(one, 16)))"
                        + ".map((share) => LianxinSealed.hex(share.bytes)))",
                hex.formatHex(secret)));
        var scheme = new Scheme(new SecureRandom(), 3, 2);
        var first = hex.parseHex(ours.get(one - 1).asString());
        var second = hex.parseHex(ours.get(other - 1).asString());

        assertThat(scheme.join(Map.of(one, first, other, second))).isEqualTo(secret);
        assertThat(first).isNotEqualTo(secret);
        assertThat(new Scheme(new SecureRandom(), 3, 2).join(Map.of(one, first, other, first)))
                .isNotEqualTo(secret);

        var theirs = scheme.split(secret);
        var joined = page.evaluate(
                """
                ([one, first, other, second]) => {
                    const bytes = (hex) => Uint8Array.from(hex.match(/../g), (one) => parseInt(one, 16));
                    return LianxinSealed.hex(LianxinShares.join({place: one, bytes: bytes(first)}, {place: other, bytes: bytes(second)}));
                }
                """, List.of(one, hex.formatHex(theirs.get(one)), other, hex.formatHex(theirs.get(other))));
        assertThat(joined).isEqualTo(hex.formatHex(secret));
    }

    private static ECKey key(JsonNode jwk) throws Exception {
        return new ECKey.Builder(ECKey.parse(jwk.toString()))
                .keyIDFromThumbprint()
                .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
                .build();
    }

    private static ECKey newKey() throws Exception {
        return new ECKeyGenerator(Curve.P_256)
                .keyIDFromThumbprint(true)
                .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
                .generate();
    }
}
