package cn.lianxin.platform.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.platform.merkle.EntryBundle;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void numbers_are_written_as_rfc_8785_lists_them() {
        var expected = new TreeMap<Long, String>();
        expected.put(0x0000000000000000L, "0");
        expected.put(0x8000000000000000L, "0");
        expected.put(0x0000000000000001L, "5e-324");
        expected.put(0x8000000000000001L, "-5e-324");
        expected.put(0x7fefffffffffffffL, "1.7976931348623157e+308");
        expected.put(0xffefffffffffffffL, "-1.7976931348623157e+308");
        expected.put(0x4340000000000000L, "9007199254740992");
        expected.put(0xc340000000000000L, "-9007199254740992");
        expected.put(0x4430000000000000L, "295147905179352830000");
        expected.put(0x44b52d02c7e14af5L, "9.999999999999997e+22");
        expected.put(0x44b52d02c7e14af6L, "1e+23");
        expected.put(0x44b52d02c7e14af7L, "1.0000000000000001e+23");
        expected.put(0x444b1ae4d6e2ef4eL, "999999999999999700000");
        expected.put(0x444b1ae4d6e2ef4fL, "999999999999999900000");
        expected.put(0x444b1ae4d6e2ef50L, "1e+21");
        expected.put(0x3eb0c6f7a0b5ed8cL, "9.999999999999997e-7");
        expected.put(0x3eb0c6f7a0b5ed8dL, "0.000001");
        expected.put(0x41b3de4355555553L, "333333333.3333332");
        expected.put(0x41b3de4355555554L, "333333333.33333325");
        expected.put(0x41b3de4355555555L, "333333333.3333333");
        expected.put(0x41b3de4355555556L, "333333333.3333334");
        expected.put(0x41b3de4355555557L, "333333333.33333343");
        expected.put(0xbecbf647612f3696L, "-0.0000033333333333333333");
        expected.put(0x43143ff3c1cb0959L, "1424953923781206.2");

        expected.forEach((bits, text) ->
                assertThat(CanonicalJson.number(Double.longBitsToDouble(bits))).isEqualTo(text));
        assertThatThrownBy(() -> CanonicalJson.number(Double.NaN)).isInstanceOf(Unproven.class);
    }

    @Test
    void the_example_of_rfc_8785_comes_out_byte_for_byte() {
        var literals = Arrays.asList(null, true, false);
        var numbers = List.of(333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001);
        var json = CanonicalJson.write(
                Map.of("numbers", numbers, "string", "\u20ac$\u000F\nA'B\"\\\\\"/", "literals", literals));

        assertThat(json)
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void names_stand_in_the_order_of_rfc_8785() {
        var names = List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6");
        var map = new HashMap<String, Integer>();
        names.forEach(name -> map.put(name, 0));

        assertThat(CanonicalJson.write(map))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
        assertThatThrownBy(() -> CanonicalJson.write("\ud83d")).isInstanceOf(Unproven.class);
    }

    @Test
    void a_manifest_is_read_as_it_was_written_and_only_so() {
        var salt = Salt.random();
        var salts = Map.of("amount", salt, "名", Salt.random());
        var manifest = Manifest.of("plan", "plan:1", NOW, Map.of("amount", "73215", "名", "采掘一队"), salts);
        var text = new String(manifest.bytes(), StandardCharsets.UTF_8);

        assertThat(Manifest.parse(manifest.bytes())).isEqualTo(manifest);
        manifest.mustHold("amount", Salt.parse(salt.toString()), "73215");
        assertReason(Reason.FIELD_ALTERED, () -> manifest.mustHold("amount", Salt.random(), "73215"));
        assertReason(Reason.MANIFEST_NOT_CANONICAL, () -> parse(text.replace("{\"at\"", "{ \"at\"")));
        assertReason(Reason.MANIFEST_MALFORMED, () -> parse(text.replace("\"v\":1", "\"v\":2")));
        assertReason(Reason.MANIFEST_MALFORMED, () -> parse(text.replace("\"v\":1", "\"v\":1,\"w\":1")));
        assertReason(Reason.MANIFEST_MALFORMED, () -> parse(text.replace("\"v\":1", "\"v\":1,\"v\":1")));
        assertReason(Reason.MANIFEST_MALFORMED, () -> parse("not json"));
    }

    @Test
    void a_manifest_over_the_size_limit_is_named() {
        var names = IntStream.range(0, 2000).mapToObj(i -> "field " + i).toList();
        var fields = new HashMap<String, String>();
        var salts = new HashMap<String, Salt>();
        names.forEach(name -> {
            fields.put(name, "1");
            salts.put(name, Salt.random());
        });

        assertReason(
                Reason.ENTRY_TOO_LARGE,
                () -> Manifest.of("plan", "plan:1", NOW, fields, salts).bytes());
        assertReason(Reason.ENTRY_TOO_LARGE, () -> Manifest.parse(new byte[EntryBundle.LARGEST + 1]));
    }

    @Test
    void without_its_salt_no_salary_up_to_100_000_is_found_and_with_it_each_is() {
        var salt = Salt.random();
        var manifest = Manifest.of("plan", "plan:1", NOW, Map.of("amount", "73215"), Map.of("amount", salt));
        var commitment = manifest.commitments().get("amount");
        var noSalt = Salt.parse(Hash.of(new byte[Hash.BYTES]).toString());
        var other = Salt.random();

        var found = IntStream.rangeClosed(0, 100_000)
                .filter(guess -> {
                    var text = Integer.toString(guess);
                    var bytes = text.getBytes(StandardCharsets.UTF_8);
                    return noSalt.commit("amount", text).equals(commitment)
                            || other.commit("amount", text).equals(commitment)
                            || Hash.of(Hash.sha256(bytes)).equals(commitment)
                            || Hash.of(Hash.sha256("amount".getBytes(StandardCharsets.UTF_8), bytes))
                                    .equals(commitment)
                            || Hash.ofLeaf(bytes).equals(commitment);
                })
                .boxed()
                .toList();
        var foundWithSalt = IntStream.rangeClosed(0, 100_000)
                .filter(guess -> salt.commit("amount", Integer.toString(guess)).equals(commitment))
                .boxed()
                .toList();

        assertThat(found).isEmpty();
        assertThat(foundWithSalt).containsExactly(73215);
    }

    private static void parse(String text) {
        Manifest.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertReason(Reason reason, Runnable check) {
        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(
                        Unproven.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
