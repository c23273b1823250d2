package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cheap phone on a bad line, for the first time: 400 kbit/s, 400 ms to the server and back, a quarter of a processor. */
@JourneyTest
class FirstVisitTest {

    private static final long MOST_BYTES_BEFORE_IT_IS_USABLE = 45_000;
    private static final long MOST_BYTES = 150_000;

    /** The promise is two seconds; a machine that is busy with other things gets more. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/concerns/new", "/sign-in", "/receipt"})
    void the_first_page_is_useful_within_its_bytes(String address, Devices devices) {
        var page = devices.phone().page();
        var bytes = slow(page);

        var begun = System.nanoTime();
        page.navigate(devices.home() + address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        page.locator("main a.action-main, main textarea, main input:not([type=hidden])")
                .first()
                .focus();
        var usable = Duration.ofNanos(System.nanoTime() - begun);
        var before = bytes.get();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        System.out.printf(
                "%s usable after %d ms and %d bytes, %d in all%n", address, usable.toMillis(), before, bytes.get());
        assertThat(before).isPositive().isLessThanOrEqualTo(MOST_BYTES_BEFORE_IT_IS_USABLE);
        assertThat(bytes.get()).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(usable).isLessThan(LONGEST);
    }

    /** Counts what has come over the line, headers included. */
    private static AtomicLong slow(Page page) {
        var bytes = new AtomicLong();
        var session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 400_000 / 8);
        line.addProperty("uploadThroughput", 400_000 / 8);
        session.send("Network.emulateNetworkConditions", line);
        var processor = new JsonObject();
        processor.addProperty("rate", 4);
        session.send("Emulation.setCPUThrottlingRate", processor);
        return bytes;
    }
}
