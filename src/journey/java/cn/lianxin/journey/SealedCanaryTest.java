package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was sealed is nowhere in the house: not in a row, not in the files of the database and its log of changes, from which
 * every backup is made, not in the log, not in the memory of the server. What was raised openly is found in each of them by
 * the same search.
 */
@JourneyTest
@Tag("slow")
class SealedCanaryTest {

    private static final Path LOG = Path.of("target", "own-process.log");

    @Autowired
    Collieries collieries;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient database;

    @TempDir
    Path dumps;

    @Test
    void a_sealed_canary_is_found_nowhere_and_an_open_one_everywhere() throws Exception {
        var colliery = collieries.found();
        var sealed = unlikely("sealed");
        var open = unlikely("open");
        var sealedFile = HexFormat.of().formatHex(unlikelyBytes()).getBytes(StandardCharsets.US_ASCII);
        var openFile = HexFormat.of().formatHex(unlikelyBytes()).getBytes(StandardCharsets.US_ASCII);

        try (var chromium = Chromium.start();
                var server = new OwnProcess(environment)) {
            var home = "http://localhost:" + server.port();
            pages(chromium, home, colliery.administrator()).ceremony();
            var desk = pages(chromium, home, colliery.supervisor());
            var passphrase = desk.makeKey();
            var sender = pages(chromium, home, null);
            sender.write(colliery.mineName(), colliery.supervisor().name(), sealed, file("证据.txt", sealedFile));
            sender.page().fill("#reporter", sealed);
            var receipt = sender.send();
            assertThat(desk.read(sender.number(), passphrase)).isTrue();
            assertThat(desk.page().locator("[data-letter]").innerText()).contains(sealed);
            desk.answer(sealed);
            sender.comeBack(receipt);
            assertThat(sender.page().locator("[data-found]").innerText()).contains(sealed);

            raiseOpenly(pages(chromium, home, colliery.worker()).page(), home, open, file("公开.txt", openFile));
            var heap = heapOf(server);
            database.sql("checkpoint").update();

            var secrets = new Canary(
                    List.of(new Canary(sealed), new Canary(sealedFile), new Canary(receipt), new Canary(passphrase)));
            assertThat(inRows(secrets)).as("rows").isEmpty();
            assertThat(secrets.in(cluster())).as("files of the database").isEmpty();
            assertThat(secrets.in(OwnProcess.DATA))
                    .as("files of the installation")
                    .isEmpty();
            assertThat(secrets.in(LOG)).as("log").isEmpty();
            assertThat(secrets.in(heap)).as("memory").isEmpty();
            for (var known : List.of(new Canary(open), new Canary(openFile))) {
                assertThat(inRows(known)).as("rows, of what was raised openly").isNotEmpty();
                assertThat(known.in(cluster()))
                        .as("files, of what was raised openly")
                        .isNotEmpty();
            }
            assertThat(new Canary(open).in(heap))
                    .as("memory, of what was raised openly")
                    .isNotEmpty();
        }
    }

    /** A search that cannot find proves nothing. */
    @Test
    void the_search_finds_what_is_there_in_each_of_its_forms() throws IOException {
        var words = unlikely("forms");
        var utf8 = words.getBytes(StandardCharsets.UTF_8);
        var canary = new Canary(words);
        var file = dumps.resolve("place");

        for (var form : List.of(
                utf8,
                words.getBytes(StandardCharsets.UTF_16LE),
                words.getBytes(StandardCharsets.UTF_16BE),
                HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII),
                Base64.getUrlEncoder().encode(("xx" + words + "yy").getBytes(StandardCharsets.UTF_8)))) {
            var bytes = new byte[9 * 1024 * 1024];
            System.arraycopy(form, 0, bytes, 8 * 1024 * 1024 - 20, form.length);
            Files.write(file, bytes);

            assertThat(canary.in(file)).isNotEmpty();
        }
        Files.write(file, new byte[1000]);
        assertThat(canary.in(file)).isEmpty();
    }

    /** Rows, indexes and log of all its databases. */
    private Path cluster() {
        return Path.of(database.sql("show data_directory")
                .query((row, _) -> row.getString(1))
                .single());
    }

    /** Every column of every table, as text. */
    private List<String> inRows(Canary canary) {
        var found = new ArrayList<String>();
        var tables = database.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """).query((row, _) -> row.getString("name")).list();
        assertThat(tables).contains("sealed.report", "sealed.envelope", "concern.concern", "attachment.content");
        for (var table : tables) {
            database.sql("select t::text as line from " + table + " t").query(row -> {
                var bytes = row.getString("line").getBytes(StandardCharsets.UTF_8);
                canary.in(bytes, bytes.length).forEach(form -> found.add(table + " as " + form));
            });
        }
        return found;
    }

    private Path heapOf(OwnProcess server) throws IOException, InterruptedException {
        var heap = dumps.resolve("heap.hprof");
        var dumping = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(server.pid()),
                        "GC.heap_dump",
                        "-all",
                        heap.toString())
                .redirectErrorStream(true)
                .redirectOutput(dumps.resolve("jcmd.txt").toFile())
                .start();
        assertThat(dumping.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(heap).isNotEmptyFile();
        return heap;
    }

    private static SealedPages pages(Chromium chromium, String home, Colliery.@Nullable Member member) {
        var context = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("zh-CN"));
        context.setDefaultTimeout(60_000);
        var page = context.newPage();
        if (member != null) {
            page.navigate(home + "/sign-in");
            page.fill("#number", member.number());
            page.fill("#password", Colliery.PASSWORD);
            page.locator("main form button").first().click();
            page.waitForURL(home + "/");
        }
        return new SealedPages(page, home);
    }

    private static void raiseOpenly(Page page, String home, String words, FilePayload file) {
        page.navigate(home + "/concerns/new");
        page.fill("#text", words);
        page.setInputFiles("#files", file);
        page.locator(".action-bar button.button-go").click();
        page.waitForURL("**/matter");
        page.locator(".action-bar button.button-go").click();
        page.waitForURL("**/name");
        page.locator(".action-bar button.button-go").click();
        page.locator("#sent").waitFor();
    }

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "text/plain", bytes);
    }

    private static String unlikely(String what) {
        return "金丝雀" + what + HexFormat.of().formatHex(unlikelyBytes());
    }

    private static byte[] unlikelyBytes() {
        var bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
