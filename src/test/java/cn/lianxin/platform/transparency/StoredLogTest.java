package cn.lianxin.platform.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SigningKey;
import cn.lianxin.platform.note.VerifierKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The log in a copied database, out of the tables alone. An installation of its own, for no room publishes what is entered here. */
@ProductTest
@TestPropertySource(properties = "lianxin.address=https://copied.mine.example")
class StoredLogTest {

    @Autowired
    PublicLog log;

    @Autowired
    Numbering numbering;

    @Autowired
    Signing signing;

    @Autowired
    LogKeys keys;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void three_entries_and_two_checkpoints() {
        for (var round = 0; round < 2; round++) {
            var subject = "stored:" + System.nanoTime();
            transactions.executeWithoutResult(
                    _ -> log.record(new Publication("stored", subject, new TreeMap<>(Map.of("words", "井下")))));
            while (numbering.number() > 0) {
                // As long as there are more.
            }
            signing.sign();
        }
    }

    private List<String> faults(List<VerifierKey> known) {
        return new StoredLog(database, Clock.systemUTC())
                .prove(known).faults().stream().map(Unproven::getMessage).toList();
    }

    @Test
    void what_was_copied_whole_is_proved() {
        var proof = new StoredLog(database, Clock.systemUTC()).prove(keys.verifiers());

        assertThat(proof.faults()).isEmpty();
        assertThat(proof.entries()).isPositive();
        assertThat(proof.checkpoints()).isGreaterThanOrEqualTo(2);
        assertThat(proof.byKnownKeys()).isTrue();
        assertThat(proof.newest().orElseThrow().size()).isEqualTo(proof.entries());
    }

    @Test
    void checkpoints_of_another_key_are_not_believed() {
        var another = SigningKey.generate(keys.origin(), SignatureType.ED25519).verifier();

        assertThat(faults(List.of(another))).singleElement().asString().contains("KEY_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transparency.entry set manifest = manifest || ' ' where place = 0",
                "delete from transparency.entry where place = 0",
                "update transparency.tile set hashes = overlay(hashes placing sha256('x') from 1 for 32) where level = 0 and index = 0",
                "delete from transparency.entry where place = (select size - 1 from transparency.head)",
                "update transparency.head set size = size - 1",
                "update transparency.checkpoint set note = replace(note, E'\\n' || size || E'\\n', E'\\n' || (size + 1) || E'\\n')"
                        + " where size = (select max(size) from transparency.checkpoint)"
            })
    void whatever_is_missing_or_altered_is_found(String altering) {
        transactions.executeWithoutResult(nothingStays -> {
            nothingStays.setRollbackOnly();
            database.sql("alter table transparency.entry disable trigger user").update();
            assertThat(database.sql(altering).update()).isPositive();

            assertThat(faults(keys.verifiers())).isNotEmpty();
        });
        assertThat(faults(keys.verifiers())).isEmpty();
    }
}
