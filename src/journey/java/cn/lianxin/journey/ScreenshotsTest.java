package cn.lianxin.journey;

import cn.lianxin.TestDatabase;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/** The pictures of the README, from the demo enterprise as it stands on one and the same morning. */
@Tag("screenshots")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianxin.demo=true",
            "lianxin.data=target/screenshots",
            "lianxin.enterprise.dispatcher-phone=0351-6119110"
        })
@Import(ScreenshotsTest.Morning.class)
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(Devices.Provider.class)
class ScreenshotsTest {

    private static final Path PICTURES = Path.of("docs", "images");

    @TestConfiguration(proxyBeanMethods = false)
    static class Morning {
        @Bean
        @Primary
        static Clock morning() {
            return Clock.fixed(Instant.parse("2026-11-23T02:30:00Z"), ZoneOffset.UTC);
        }
    }

    @Value("${lianxin.data}")
    Path data;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(PICTURES);
    }

    @Test
    void the_workers_phone(Devices devices) throws IOException {
        var worker = signIn(devices.walk(Face.CHINESE, phone()), "职工");

        worker.open("/");
        take(worker, "home");
        worker.open("/concerns/new")
                .write("raise.words", "二号澡堂晚班下来没热水，连着四天了，升井的人洗不上。")
                .press("raise.next")
                .press("raise.next");
        take(worker, "raise");
        worker.open("/concerns")
                .leaveBy(worker.page()
                        .locator(".concern-card:has(use[href$='#reply'])")
                        .first()::click);
        take(worker, "concern");
        worker.remember("senior", "on");
        worker.open("/");
        take(worker, "senior");
    }

    @Test
    void the_desk(Devices devices) throws IOException {
        var desk = signIn(devices.walk(Face.CHINESE, screen()), "受理员");

        desk.open("/desk").leaveBy(desk.page().locator(".row-link").first()::click);

        take(desk, "desk");
    }

    @Test
    void the_leaders_board(Devices devices) throws IOException {
        var leader = signIn(devices.walk(Face.CHINESE, screen()), "矿长");

        leader.open("/board");

        take(leader, "board");
    }

    private Walk signIn(Walk walk, String role) throws IOException {
        var account = Files.readAllLines(data.resolve("demo-accounts.txt")).stream()
                .map(line -> line.strip().split("\\s{2,}"))
                .filter(columns -> columns[0].equals(role))
                .findFirst()
                .orElseThrow();
        var password = Arrays.asList(account).getLast();
        return walk.signIn(account[2], password);
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(360, 740).setDeviceScaleFactor(2);
    }

    private static Browser.NewContextOptions screen() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900).setDeviceScaleFactor(1.5);
    }

    private static void take(Walk walk, String name) {
        walk.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
