package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium 86 of October 2020, the oldest that Lianxin promises to work in: a real one, driven by a driver of its age. */
@JourneyTest
class OldBrowserJourneyTest {

    private static final Path BROWSER = Path.of("target", "npm", "chromium86", "node_modules");
    private static final Path DRIVE = Path.of("src", "test", "npm", "chromium86", "drive.js");
    private static final Path PICTURES = Path.of("target", "journeys");

    @LocalServerPort
    int port;

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @TempDir
    Path files;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @Test
    void a_phone_of_2020_raises_with_a_photo_and_judges() throws Exception {
        var photo = Files.write(files.resolve("bath.jpg"), Samples.photo("bath.jpg").buffer);

        var raised = drive("raise", colliery.worker(), photo.toString());

        assertSound(raised);
        assertThat(raised.get("digits").asString()).matches("[0-9]{20}");
        assertThat(shortcuts.countOf(colliery.worker())).isOne();

        var number = shortcuts.latestOf(colliery.worker());
        shortcuts.answer(number, colliery);
        var judged = drive("judge", colliery.worker(), "/concerns/" + number);

        assertSound(judged);
        assertThat(judged.at("/pages/0/pictures"))
                .as("the photo, shown")
                .singleElement()
                .satisfies(width -> assertThat(width.asInt()).isPositive());
        assertThat(judged.get("kept").asString()).isNotBlank();
    }

    @Test
    void a_desk_of_2020_opens_the_case_beside_the_list_by_the_keyboard() throws Exception {
        shortcuts.raise("食堂的饭凉了", colliery);
        shortcuts.raise("更衣柜的锁坏了", colliery);

        var met = drive("desk", colliery.desk(), "/desk");

        assertSound(met);
        assertThat(met.get("lines").asInt()).isEqualTo(2);
    }

    private static void assertSound(JsonNode met) {
        assertThat(met.get("version").asString()).startsWith("HeadlessChrome/86.");
        assertThat(met.get("errors")).isEmpty();
        assertThat(met.get("pages")).isNotEmpty().allSatisfy(page -> {
            assertThat(page.get("wider").asInt())
                    .as("scrolls sideways: " + page)
                    .isZero();
            assertThat(page.get("small")).as("too small to touch: " + page).isEmpty();
        });
    }

    private JsonNode drive(String errand, Colliery.Member who, String what) throws IOException, InterruptedException {
        assertThat(BROWSER.toFile())
                .as("./lianxin test puts the browser there; by hand: cp -r src/test/npm/chromium86 target/npm/ && cd"
                        + " target/npm/chromium86 && npm ci --ignore-scripts")
                .isDirectory();
        Files.createDirectories(PICTURES);
        var building = new ProcessBuilder(
                "node",
                DRIVE.toString(),
                errand,
                "http://localhost:" + port,
                who.number(),
                Colliery.PASSWORD,
                PICTURES.toString(),
                what);
        building.environment().put("NODE_PATH", BROWSER.toAbsolutePath().toString());
        var answer = Files.createTempFile(files, errand, ".json");
        var process = building.redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
        } finally {
            // The browser's own processes as well.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        var said = Files.readString(answer, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return new JsonMapper().readTree(said.strip().lines().toList().getLast());
    }
}
