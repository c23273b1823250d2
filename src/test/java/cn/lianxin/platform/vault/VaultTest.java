package cn.lianxin.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.kernel.PersonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class VaultTest {

    private static final PersonId PERSON = new PersonId(815_471_100_273L);
    private static final Identity WHO = new Identity(PERSON, "欧阳金雀", "9903127", "综采三队 采煤工");

    @Autowired
    Vault vault;

    @Autowired
    Aliases aliases;

    @Autowired
    VaultKeys keys;

    @Autowired
    RotatingKeys rotating;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Value("${lianxin.vault.key-file}")
    Path file;

    @TempDir
    Path directory;

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void an_entry_opens_for_what_was_said_and_shows_nothing_in_the_database() {
        var subject = seal();

        assertThat(vault.open(subject)).contains(WHO);
        assertThat(vault.open(Set.of(subject, "test:none"))).containsOnlyKeys(subject);
        assertThat(vault.behind(aliases.of(PERSON))).contains(PERSON);
        assertThat(vault.open("test:none")).isEmpty();
        var row = database.sql("select e.own_key || e.sealed as bytes, cast(e as text) as text from vault.entry e"
                        + " where e.subject = :subject")
                .param("subject", subject)
                .query((one, _) -> new String(one.getBytes("bytes"), StandardCharsets.UTF_8) + one.getString("text"))
                .single();
        assertThat(row).doesNotContain("金雀", "9903127", "采煤", Long.toString(PERSON.value()));
    }

    @Test
    void all_entries_are_equally_long() {
        seal();
        var longer = subject();
        transactions.executeWithoutResult(
                _ -> vault.seal(longer, new Identity(PERSON, "欧阳金雀".repeat(6), "9903127", "综采三队 采煤工".repeat(5))));

        assertThat(database.sql("select distinct length(sealed) as length from vault.entry where subject like 'test:%'")
                        .query((row, _) -> row.getInt("length"))
                        .list())
                .hasSize(1);
    }

    @Test
    void what_is_put_in_the_place_of_another_does_not_open() {
        var one = seal();
        var other = seal();
        var alias = seal();

        database.sql("""
                update vault.entry e set sealed = o.sealed, own_key = o.own_key from vault.entry o
                where e.subject = :one and o.subject = :other
                """).param("one", one).param("other", other).update();
        database.sql("update vault.entry set alias = alias + 1 where subject = :subject")
                .param("subject", alias)
                .update();

        assertThatThrownBy(() -> vault.open(one)).hasMessageContaining("does not open");
        assertThatThrownBy(() -> vault.open(alias)).hasMessageContaining("does not open");
        assertThat(vault.open(other)).contains(WHO);
        forget(one, alias);
    }

    @Test
    void a_new_key_wraps_every_entry_and_the_old_one_opens_none_of_them_any_more() throws IOException {
        var subjects = IntStream.range(0, 5).mapToObj(_ -> seal()).toList();
        var stolen = Files.copy(file, directory.resolve("stolen"), StandardCopyOption.REPLACE_EXISTING);
        var before = keys.wrapping().current();

        var entries = rotating.rotate();

        assertThat(entries).isGreaterThanOrEqualTo(5);
        assertThat(keys.wrapping().isAlone()).isTrue();
        assertThat(keys.wrapping().has(before)).isFalse();
        assertThat(subjects)
                .allSatisfy(subject -> assertThat(vault.open(subject)).contains(WHO));
        var thief = vaultOn(stolen);
        assertThatThrownBy(() -> thief.open(subjects.getFirst())).hasMessageContaining("does not open");
        assertThat(vault.behind(aliases.of(PERSON))).contains(PERSON);
    }

    @Test
    void a_change_of_keys_that_broke_off_is_finished_and_everything_opens_in_between() {
        var before = seal();
        transactions.executeWithoutResult(_ -> keys.change(WrappingKeys::withNewFirst));
        var after = seal();

        assertThat(keys.wrapping().isAlone()).isFalse();
        assertThat(vault.open(before)).contains(WHO);
        assertThat(vault.open(after)).contains(WHO);
        rotating.look();

        assertThat(keys.wrapping().isAlone()).isTrue();
        assertThat(vault.open(before)).contains(WHO);
        assertThat(vault.open(after)).contains(WHO);
    }

    @Test
    void the_keys_change_by_themselves_after_a_year() {
        seal();
        rotating.rotate();
        var key = keys.wrapping().current();

        rotating.look();
        assertThat(keys.wrapping().current()).isEqualTo(key);
        TestClock.forward(Duration.ofDays(366));
        rotating.look();

        assertThat(keys.wrapping().current()).isNotEqualTo(key);
        TestClock.reset();
        rotating.rotate();
    }

    @Test
    void another_node_that_shares_the_file_goes_on_with_the_new_key() {
        var node = vaultOn(file);
        var subject = seal();
        assertThat(node.open(subject)).contains(WHO);

        rotating.rotate();
        var later = seal();

        assertThat(node.open(subject)).contains(WHO);
        assertThat(node.open(later)).contains(WHO);
    }

    @Test
    void lost_keys_are_not_replaced_and_foreign_ones_are_refused() throws IOException {
        seal();
        var gone = directory.resolve("gone");
        var foreign = directory.resolve("foreign");
        new KeyFile(foreign)
                .create(new KeyFile.Content(
                        new byte[32], WrappingKeys.generate().bytes()));

        assertThatThrownBy(() -> keysOn(gone).alias()).hasMessageContaining("put back " + gone);
        assertThatThrownBy(() -> keysOn(gone).afterSingletonsInstantiated())
                .as("at the start")
                .isInstanceOf(KeysAmiss.class);
        assertThat(gone).doesNotExist();
        assertThatThrownBy(() -> keysOn(foreign).alias()).hasMessageContaining("not the keys of this vault");
        Files.writeString(foreign, "AAAA\n");
        assertThatThrownBy(() -> keysOn(foreign).alias()).hasMessageContaining("damaged");
    }

    @Test
    void the_file_is_for_its_owner_alone_and_the_first_of_two_stays() throws IOException {
        var first = directory.resolve("twice");
        var content = new KeyFile.Content(new byte[32], WrappingKeys.generate().bytes());
        new KeyFile(first).create(content);
        new KeyFile(first)
                .create(new KeyFile.Content(
                        new byte[32], WrappingKeys.generate().bytes()));

        assertThat(new KeyFile(first).read().wrapping()).isEqualTo(content.wrapping());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("twice");
        }
    }

    @Test
    void an_alias_is_always_the_same_always_another_and_never_an_id() {
        var all = new HashSet<Long>();
        for (var id = 1L; id <= 2_000; id++) {
            all.add(aliases.of(new PersonId(id)));
        }

        assertThat(all).hasSize(2_000).allSatisfy(alias -> assertThat(alias).isNegative());
        assertThat(aliases.of(new PersonId(7))).isEqualTo(aliases.of(new PersonId(7)));
        assertThat(aliases.ofKnown(7)).isEqualTo(aliases.of(new PersonId(7)));
        assertThat(aliases.ofKnown(-7)).isEqualTo(-7);
        assertThat(aliases.keyOf("one", PERSON)).isNotEqualTo(aliases.keyOf("other", PERSON));
    }

    private String seal() {
        var subject = subject();
        transactions.executeWithoutResult(_ -> vault.seal(subject, WHO));
        return subject;
    }

    private static String subject() {
        return "test:" + UUID.randomUUID();
    }

    /** What does not open would stop every later change of keys. */
    private void forget(String... subjects) {
        database.sql("delete from vault.entry where subject = any (:subjects)")
                .param("subjects", subjects)
                .update();
    }

    private VaultKeys keysOn(Path other) {
        return new VaultKeys(other, database, manager, clock);
    }

    private Vault vaultOn(Path other) {
        var own = keysOn(other);
        return new Vault(own, new Aliases(own), new VaultLock(database), database);
    }
}
