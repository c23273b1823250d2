package cn.lianxin.companyaccount;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real OpenLDAP server of the test's own, on loopback, with a tree of its own; its log tells what it was asked. */
public final class Slapd implements AutoCloseable {

    public static final String BASE = "dc=mine,dc=example";
    public static final String SERVICE = "cn=lianxin," + BASE;
    public static final String SERVICE_PASSWORD = "only for searching";

    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");

    private final Path directory;
    private final Path configuration;
    private final int plainPort;
    private final int encryptedPort;
    private Process process;

    /** @param authority whose certificate it shows; without one it speaks no TLS at all */
    public static Slapd start(Path directory, Optional<TestAuthority> authority) throws Exception {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("no OpenLDAP server here: sudo apt-get install slapd");
        }
        var slapd = new Slapd(Files.createDirectories(directory), authority);
        slapd.add(new Entry("dn: " + BASE, "objectClass: dcObject", "objectClass: organization", "dc: mine", "o: 北山矿"));
        for (var unit : List.of("people", "machines")) {
            slapd.add(new Entry("dn: ou=" + unit + "," + BASE, "objectClass: organizationalUnit", "ou: " + unit));
        }
        return slapd;
    }

    private Slapd(Path directory, Optional<TestAuthority> authority) throws IOException, InterruptedException {
        this.directory = directory;
        this.plainPort = freePort();
        this.encryptedPort = freePort();
        var tls = authority
                .map(it -> """
                        TLSCACertificateFile %s
                        TLSCertificateFile %s
                        TLSCertificateKeyFile %s
                        """.formatted(it.certificate(), it.serverCertificate(), it.serverKey()))
                .orElse("");
        this.configuration = Files.writeString(directory.resolve("slapd.conf"), """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                %s
                database mdb
                suffix "%s"
                rootdn "%s"
                rootpw "%s"
                directory %s
                access to attrs=userPassword by anonymous auth by * none
                access to * by * none
                """.formatted(
                        tls, BASE, SERVICE, SERVICE_PASSWORD, Files.createDirectory(directory.resolve("data"))));
        this.process = launch();
        await();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        PROGRAM.toString(),
                        "-d",
                        "stats",
                        "-f",
                        configuration.toString(),
                        "-h",
                        plain() + " " + encrypted())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private void await() throws IOException, InterruptedException {
        for (var attempt = 0; attempt < 120 && process.isAlive(); attempt++) {
            try (var asking = new LDAPConnection("127.0.0.1", plainPort)) {
                if (asking.isConnected()) {
                    return;
                }
            } catch (LDAPException notYet) {
                Thread.sleep(Duration.ofMillis(100));
            }
        }
        close();
        throw new IllegalStateException("slapd does not answer: " + Files.readString(log()));
    }

    /** Whoever keeps the tree adds to it by the protocol, as he would anywhere. */
    public void add(Entry entry) throws LDAPException {
        try (var keeper = new LDAPConnection("127.0.0.1", plainPort, SERVICE, SERVICE_PASSWORD)) {
            keeper.add(entry);
        }
    }

    /** @param name as it stands in the name of the entry; any character may */
    public void addPerson(String name, String number, Optional<String> password) throws LDAPException {
        var rdn = new com.unboundid.ldap.sdk.RDN("cn", name);
        var entry = new Entry(rdn + ",ou=people," + BASE);
        entry.addAttribute("objectClass", "inetOrgPerson");
        entry.addAttribute("cn", name);
        entry.addAttribute("sn", name);
        entry.addAttribute("uid", number);
        entry.addAttribute("employeeNumber", number);
        password.ifPresent(clear -> entry.addAttribute("userPassword", clear));
        add(entry);
    }

    /** Ends and begins again with what it had, at the same ports. */
    void stop() throws InterruptedException {
        close();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        await();
    }

    /** It stays there and answers nobody, until it is let go on. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + name);
        }
    }

    public String plain() {
        return "ldap://127.0.0.1:" + plainPort;
    }

    public String encrypted() {
        return "ldaps://127.0.0.1:" + encryptedPort;
    }

    private Path log() {
        return directory.resolve("log");
    }

    /** The lines that its log has got since then. */
    List<String> linesSince(int before) throws IOException {
        return Files.readAllLines(log()).stream().skip(before).toList();
    }

    int lines() throws IOException {
        return Files.readAllLines(log()).size();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
