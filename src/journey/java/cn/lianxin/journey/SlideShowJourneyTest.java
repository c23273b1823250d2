package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.rendition.Photographs;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody looks at pictures, with keys alone, with a finger, and where no script runs. */
@JourneyTest
class SlideShowJourneyTest {

    private static final String NOW = ".news-slide:visible img";

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Test
    void he_turns_over_with_keys_alone_and_it_never_starts_by_itself(Devices devices) {
        var reader = devices.desktop().open("/news/articles/" + published("slides"));
        var page = reader.page();
        assertThat(seen(reader)).isEqualTo("第 1 张上的人");
        assertThat(reader.check().faults()).isEmpty();
        reach(reader, ".news-show");

        page.keyboard().press("ArrowRight");
        assertThat(seen(reader)).isEqualTo("第 2 张上的人");
        assertThat(said(reader)).isEqualTo("2 / 4 第 2 张的说明");
        page.keyboard().press("End");
        assertThat(seen(reader)).isEqualTo("第 4 张上的人");
        page.keyboard().press("ArrowRight");
        assertThat(seen(reader)).isEqualTo("第 4 张上的人");
        page.keyboard().press("ArrowLeft");
        assertThat(seen(reader)).isEqualTo("第 3 张上的人");
        page.keyboard().press("Home");
        assertThat(page.locator("[data-show-position]").textContent()).isEqualTo("1 / 4");
        reach(reader, "[data-show-step='1']");
        page.keyboard().press("Enter");
        assertThat(seen(reader)).isEqualTo("第 2 张上的人");
        assertThat(page.evaluate("document.querySelector('.news-slide-now img').complete"))
                .isEqualTo(true);

        assertThat(page.locator("[data-show-play]").getAttribute("aria-pressed"))
                .isEqualTo("false");
        reach(reader, "[data-show-play]");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-show-play]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        reach(reader, "[data-show-full]");
        assertThat(page.locator("[data-show-play]").getAttribute("aria-pressed"))
                .as("who goes to another button looks")
                .isEqualTo("false");
        assertThat(reader.check().faults()).isEmpty();
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void a_wall_opens_into_one_large_picture_and_closes_where_it_was(Devices devices) {
        var reader = devices.phone().open("/news/articles/" + published("exhibition"));
        var page = reader.page();
        assertThat(page.locator(NOW).count()).isEqualTo(4);
        page.locator(".news-slide a").nth(2).focus();

        page.keyboard().press("Enter");
        assertThat(seen(reader)).isEqualTo("第 3 张上的人");
        assertThat(reader.check().faults()).isEmpty();
        page.keyboard().press("ArrowRight");
        assertThat(seen(reader)).isEqualTo("第 4 张上的人");
        page.keyboard().press("Escape");

        assertThat(page.locator(NOW).count()).isEqualTo(4);
        assertThat(page.evaluate("document.activeElement.querySelector('img').alt"))
                .isEqualTo("第 4 张上的人");
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void without_a_script_they_stand_below_each_other(Devices devices) {
        var reader = devices.phone(Face.WITHOUT_SCRIPT).open("/news/articles/" + published("slides"));

        assertThat(reader.page().locator(NOW).count()).isEqualTo(4);
        assertThat(reader.page().locator(".news-show-bar").isVisible()).isFalse();
        assertThat(reader.page().locator(".news-show-hint").isVisible()).isFalse();
        assertThat(reader.page().locator("figcaption").allTextContents()).anyMatch(words -> words.contains("第 4 张的说明"));
    }

    private long published(String channel) {
        return shortcuts.publishShow(
                channel,
                "一个班的二十四小时",
                collieries.found(),
                IntStream.range(0, 4)
                        .mapToObj(seed -> Photographs.written(
                                seed == 2
                                        ? Photographs.photograph(600, 900, seed)
                                        : Photographs.photograph(1200, 800, seed),
                                "jpeg"))
                        .toList());
    }

    /** By the tabulator alone. */
    private static void reach(Walk reader, String selector) {
        for (var press = 0; press < 80; press++) {
            var there = reader.page().evaluate("selector => document.activeElement.matches(selector)", selector);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            reader.page().keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is out of reach");
    }

    private static String seen(Walk reader) {
        var visible = reader.page().locator(NOW);
        assertThat(visible.count()).isEqualTo(1);
        return List.of(visible.first().getAttribute("alt")).getFirst();
    }

    private static String said(Walk reader) {
        Locator said = reader.page().locator("[data-show-said]");
        return said.textContent();
    }
}
