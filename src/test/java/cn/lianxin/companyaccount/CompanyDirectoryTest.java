package cn.lianxin.companyaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.companyaccount.CompanyDirectory.Finding;
import cn.lianxin.identity.CompanyPasswords.Answer;
import cn.lianxin.platform.outgoing.Trusts;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against OpenLDAP itself, which a test run installs. */
@Tag("slow")
class CompanyDirectoryTest {

    private static final String PASSWORD = "井下 well lit 8";
    private static final String FILTER = "(&(objectClass=inetOrgPerson)(employeeNumber={number}))";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    static Path directory;

    private static TestAuthority authority;
    private static Slapd slapd;

    @BeforeAll
    static void start() throws Exception {
        authority = TestAuthority.in(directory.resolve("authority"), "IP:127.0.0.1,DNS:localhost");
        slapd = Slapd.start(directory.resolve("slapd"), Optional.of(authority));
        slapd.addPerson("王建国", "A1001", Optional.of(PASSWORD));
        slapd.addPerson("刘*()\\强", "*()\\3", Optional.of(PASSWORD));
        slapd.addPerson("欧阳, \"Li\"+李;<x>#=", ",+\"7", Optional.of(PASSWORD));
        slapd.addPerson("双胞胎一", "D4004", Optional.of(PASSWORD));
        slapd.addPerson("双胞胎二", "D4004", Optional.of(PASSWORD));
        slapd.addPerson("没有密码", "N6006", Optional.empty());
        slapd.add(new Entry(
                "dn: cn=泵,ou=machines," + Slapd.BASE,
                "objectClass: device",
                "objectClass: simpleSecurityObject",
                "cn: 泵",
                "serialNumber: A1002",
                "userPassword: " + PASSWORD));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        slapd.close();
    }

    static List<String> doors() {
        return List.of(slapd.encrypted(), slapd.plain());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void the_right_password_is_right_and_a_wrong_one_wrong_by_ldaps_and_by_start_tls(String door) throws IOException {
        var before = slapd.lines();

        assertThat(asking(door.replace("127.0.0.1", "localhost")).ask("A1001", PASSWORD))
                .isEqualTo(Answer.RIGHT);
        assertThat(asking(door).ask("A1001", PASSWORD + "!")).isEqualTo(Answer.WRONG);
        assertThat(asking(door).ask("A1009", PASSWORD)).isEqualTo(Answer.WRONG);
        assertThat(asking(door).ask("N6006", PASSWORD)).isEqualTo(Answer.WRONG);

        assertThat(slapd.linesSince(before))
                .filteredOn(line -> line.contains("TLS established"))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*()\\3", ",+\"7"})
    void a_number_and_a_name_that_break_filters_and_names_are_numbers_and_names_like_others(String number) {
        assertThat(asking(slapd.encrypted()).ask(number, PASSWORD)).isEqualTo(Answer.RIGHT);
        assertThat(asking(slapd.encrypted()).ask(number, "not his")).isEqualTo(Answer.WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "A*",
                "A100*",
                "*1001",
                "*)(objectClass=*",
                "A1001)(objectClass=*",
                "A1001)(|(cn=*",
                "A1001)(!(cn=x)",
                "*)(|(employeeNumber=A1001",
                "A1001))(&(objectClass=*",
                "\\2a",
                "\\41\\31\\30\\30\\31",
                "A1001\\",
                "A1001\0",
                "\0",
                ")",
                "(",
                "",
                " A1001",
                "A1001 ",
                "a1001",
                "Ａ1001",
                "A1001,ou=people,dc=mine,dc=example",
                "cn=王建国",
                "A1001#",
                "{number}"
            })
    void nothing_that_is_typed_as_a_number_finds_somebody_else(String typed) throws IOException {
        var before = slapd.lines();

        assertThat(asking(slapd.encrypted()).ask(typed, PASSWORD)).isEqualTo(Answer.WRONG);

        var filters = slapd.linesSince(before).stream()
                .filter(line -> line.contains("SRCH base="))
                .map(line -> line.substring(line.indexOf("filter=")))
                .toList();
        assertThat(filters)
                .singleElement()
                .asString()
                .matches("filter=\"\\(&\\(objectClass=inetOrgPerson\\)\\(\\??employeeNumber=[^()*]*\\)\\)\"");
        assertThat(slapd.linesSince(before)).noneMatch(line -> line.contains("BIND dn=") && line.contains("people"));
    }

    @Test
    void of_two_with_one_number_nobody_gets_in() {
        assertThat(asking(slapd.encrypted()).ask("D4004", PASSWORD)).isEqualTo(Answer.WRONG);
    }

    @Test
    void whoever_gives_no_password_is_not_let_in_as_nobody_and_his_name_is_not_even_tried() throws IOException {
        var before = slapd.lines();

        assertThat(asking(slapd.encrypted()).ask("A1001", "")).isEqualTo(Answer.WRONG);

        assertThat(slapd.linesSince(before)).noneMatch(line -> line.contains("BIND dn=") && line.contains("people"));
    }

    @Test
    void an_unknown_number_is_asked_about_as_much_as_a_known_one() throws IOException {
        var before = slapd.lines();
        asking(slapd.encrypted()).ask("A1001", "not his");
        var known = deeds(before);
        before = slapd.lines();
        asking(slapd.encrypted()).ask("A1009", "not his");
        var unknown = deeds(before);
        before = slapd.lines();
        asking(slapd.encrypted()).askInVain("A1001");
        var inVain = deeds(before);

        assertThat(known).isNotEmpty();
        assertThat(unknown).isEqualTo(known);
        assertThat(inVain).isEqualTo(known);
    }

    /** What the server was asked to do, without for whom. */
    private static List<String> deeds(int before) throws IOException {
        return slapd.linesSince(before).stream()
                .flatMap(line ->
                        List.of("BIND dn=", "SRCH base=", "RESULT tag=97 err=49", "RESULT tag=97 err=0").stream()
                                .filter(line::contains))
                .toList();
    }

    @Test
    void a_server_whose_authority_is_another_one_learns_no_password() throws Exception {
        var stranger = TestAuthority.in(directory.resolve("stranger"), "IP:127.0.0.1");
        var before = slapd.lines();

        for (var door : doors()) {
            assertThat(asking(door, stranger, Slapd.SERVICE_PASSWORD, PATIENCE).ask("A1001", PASSWORD))
                    .isEqualTo(Answer.AWAY);
        }

        assertThat(slapd.linesSince(before)).noneMatch(line -> line.contains("BIND dn="));
    }

    @Test
    void a_server_with_a_certificate_for_another_name_learns_no_password() throws Exception {
        var elsewhere = TestAuthority.in(directory.resolve("elsewhere"), "DNS:ldap.mine.example,IP:127.0.0.9");

        try (var other = Slapd.start(directory.resolve("other"), Optional.of(elsewhere))) {
            var before = other.lines();
            for (var door : List.of(other.encrypted(), other.plain())) {
                for (var host : List.of("127.0.0.1", "localhost")) {
                    assertThat(asking(door.replace("127.0.0.1", host), elsewhere, Slapd.SERVICE_PASSWORD, PATIENCE)
                                    .ask("A1001", PASSWORD))
                            .as(door + host)
                            .isEqualTo(Answer.AWAY);
                }
            }
            assertThat(other.linesSince(before)).noneMatch(line -> line.contains("BIND dn="));
        }
    }

    @Test
    void a_server_that_speaks_no_tls_learns_no_password() throws Exception {
        try (var plain = Slapd.start(directory.resolve("plain"), Optional.empty())) {
            var before = plain.lines();
            assertThat(asking(plain.plain()).ask("A1001", PASSWORD)).isEqualTo(Answer.AWAY);
            assertThat(plain.linesSince(before)).noneMatch(line -> line.contains("BIND dn="));
        }
    }

    /** Not all refusals are failures to the library. */
    @Test
    void a_server_that_is_unwilling_to_encrypt_learns_no_password_either() throws Exception {
        byte[] unwilling = {0x30, 12, 2, 1, 1, 0x78, 7, 10, 1, 53, 4, 0, 4, 0};
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var heard = CompletableFuture.supplyAsync(() -> {
                try (var call = server.accept()) {
                    call.getInputStream().readNBytes(2);
                    call.getOutputStream().write(unwilling);
                    return new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                }
            });

            assertThat(asking("ldap://127.0.0.1:" + server.getLocalPort()).ask("A1001", PASSWORD))
                    .isEqualTo(Answer.AWAY);

            assertThat(heard.get(10, TimeUnit.SECONDS))
                    .contains("1.3.6.1.4.1.1466.20037")
                    .doesNotContain(Slapd.SERVICE_PASSWORD)
                    .doesNotContain(Slapd.SERVICE);
        }
    }

    @Test
    void while_the_server_is_away_nobody_is_called_wrong_and_when_it_is_back_all_is_well() throws Exception {
        slapd.stop();
        try {
            assertThat(asking(slapd.encrypted()).ask("A1001", PASSWORD)).isEqualTo(Answer.AWAY);
            assertThat(asking(slapd.encrypted()).askInVain("nobody")).isEqualTo(Answer.AWAY);
            assertThat(asking(slapd.encrypted()).look("A1001")).isEqualTo(Finding.AWAY);
        } finally {
            slapd.startAgain();
        }

        assertThat(asking(slapd.encrypted()).ask("A1001", PASSWORD)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void one_that_stands_still_is_given_up_when_the_patience_is_over() throws Exception {
        slapd.freeze();
        try {
            for (var door : doors()) {
                assertGivenUp(door);
            }
        } finally {
            slapd.thaw();
        }

        assertThat(asking(slapd.encrypted()).ask("A1001", PASSWORD)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void one_that_takes_the_call_and_says_nothing_is_given_up_too() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertGivenUp("ldaps://127.0.0.1:" + silent.getLocalPort());
            assertGivenUp("ldap://127.0.0.1:" + silent.getLocalPort());
        }
    }

    private static void assertGivenUp(String door) {
        var begin = System.nanoTime();
        assertThat(asking(door, authority, Slapd.SERVICE_PASSWORD, Duration.ofMillis(700))
                        .ask("A1001", PASSWORD))
                .isEqualTo(Answer.AWAY);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(door).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void the_next_server_is_asked_where_the_first_is_away() {
        var settings = settings(List.of("ldaps://127.0.0.1:1", slapd.encrypted()), PATIENCE);
        var asking = new CompanyDirectory(
                settings, Trusts.of(authority.certificate()), () -> Optional.of(Slapd.SERVICE_PASSWORD));

        assertThat(asking.ask("A1001", PASSWORD)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void an_administrator_learns_what_is_amiss() {
        assertThat(asking(slapd.encrypted()).look("A1001")).isEqualTo(Finding.FOUND);
        assertThat(asking(slapd.encrypted()).look("A1009")).isEqualTo(Finding.NOT_FOUND);
        assertThat(asking(slapd.encrypted(), authority, "another", PATIENCE).look("A1001"))
                .isEqualTo(Finding.NOT_LET_IN);
        assertThat(asking(slapd.encrypted(), authority, "another", PATIENCE).ask("A1001", PASSWORD))
                .isEqualTo(Answer.AWAY);
    }

    @Test
    void settings_that_cannot_be_meant_stop_the_start() {
        assertStops("url", settings("ldap.mine.example", Slapd.BASE, FILTER, true));
        assertStops("url", settings("http://ldap.mine.example", Slapd.BASE, FILTER, true));
        assertStops("start-tls", settings("ldap://ldap.mine.example", Slapd.BASE, FILTER, false));
        assertStops("start-tls", settings("ldap://127.0.0.1.mine.example", Slapd.BASE, FILTER, false));
        assertStops("base", settings("ldaps://ldap.mine.example", "mine", FILTER, true));
        assertStops("filter", settings("ldaps://ldap.mine.example", Slapd.BASE, "(uid=*)", true));
        assertStops("filter", settings("ldaps://ldap.mine.example", Slapd.BASE, "(&(uid={number})", true));
        assertThat(settings("ldap://127.0.0.1", Slapd.BASE, FILTER, false).servers())
                .containsExactly(new DirectoryServer("127.0.0.1", 389, false, false));
    }

    private static void assertStops(String setting, DirectorySettings settings) {
        assertThatThrownBy(settings::servers)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lianxin.directory." + setting);
    }

    private static CompanyDirectory asking(String door) {
        return asking(door, authority, Slapd.SERVICE_PASSWORD, PATIENCE);
    }

    private static CompanyDirectory asking(
            String door, TestAuthority trusted, String servicePassword, Duration patience) {
        return new CompanyDirectory(
                settings(List.of(door), patience),
                Trusts.of(trusted.certificate()),
                () -> Optional.of(servicePassword));
    }

    private static DirectorySettings settings(List<String> doors, Duration patience) {
        return new DirectorySettings(doors, Slapd.BASE, FILTER, "employeeNumber", Slapd.SERVICE, true, patience);
    }

    private static DirectorySettings settings(String door, String base, String filter, boolean startTls) {
        return new DirectorySettings(List.of(door), base, filter, "employeeNumber", "", startTls, PATIENCE);
    }
}
