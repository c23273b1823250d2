package cn.lianxin.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is wrong with the page as it stands: serious and critical faults of accessibility, words that were not found, and
 * on a phone anything wider than the screen.
 *
 * @param script whether the page may run any; without, the browser cannot be asked for accessibility
 */
record PageCheck(Page page, boolean script) {

    private static final int PHONE = 400;
    private static final int TRIES = 3;
    private static final String AXE = axe();

    private static final Pattern UNSPOKEN = Pattern.compile(
            "\\?\\?|\\{[0-9n]}|\\b[a-z][a-z-]*(\\.[a-z-]+)*\\.[A-Z][A-Z_]{2,}\\b"
                    + "|\\b(refusal|state|step|move|raise|concern|worker-state|promise|entry|sent|layout)\\.[a-z][a-z-]+");

    // A bar that keeps to the edge of the screen lies over whatever has been scrolled under it: each target is measured
    // with the bars at the places that they have in the page.
    private static final String SERIOUS = """
            () => {
            const bars = [...document.body.querySelectorAll("*")]
                .filter(one => getComputedStyle(one).position === "sticky");
            bars.forEach(one => one.style.position = "relative");
            return axe.run(document, {
                resultTypes: ["violations"],
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
            }).then(found => found.violations
                .filter(rule => rule.impact === "serious" || rule.impact === "critical")
                .flatMap(rule => rule.nodes.map(node =>
                    rule.id + " at " + node.target.join(" ") + ": " + node.failureSummary.replace(/\\s+/g, " "))))
            .finally(() => bars.forEach(one => one.style.removeProperty("position")));
            }
            """;

    private static final String WIDER = """
            () => {
                const width = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= width) return [];
                const wide = [...document.body.querySelectorAll("*")]
                    .filter(one => one.getBoundingClientRect().right > width + 1).slice(-1)
                    .map(one => one.tagName.toLowerCase() + "." + one.className);
                return ["scrolls sideways: " + document.documentElement.scrollWidth + " of " + width + " " + wide];
            }
            """;

    List<String> faults() {
        var faults = new ArrayList<>(layoutFaults());
        faults.addAll(accessibilityFaults());
        return faults;
    }

    List<String> layoutFaults() {
        var faults = new ArrayList<String>();
        // What machines say to each other stands in code elements.
        var text = page.locator("body").innerText();
        for (var name : page.locator("code:visible").allInnerTexts()) {
            text = text.replace(name, "");
        }
        var words = UNSPOKEN.matcher(text);
        while (words.find()) {
            faults.add("not in words: " + words.group());
        }
        if (script && page.viewportSize().width <= PHONE) {
            faults.addAll(strings(page.evaluate(WIDER)));
        }
        return faults;
    }

    List<String> accessibilityFaults() {
        if (!script) {
            return List.of();
        }
        for (var tries = 1; ; tries++) {
            try {
                page.evaluate(AXE);
                return strings(page.evaluate(SERIOUS));
            } catch (PlaywrightException wentOn) {
                // A page that shows progress goes on by itself while it is being examined.
                if (tries == TRIES || !String.valueOf(wentOn.getMessage()).contains("because of a navigation")) {
                    throw wentOn;
                }
                page.waitForLoadState();
            }
        }
    }

    private static List<String> strings(Object answer) {
        return ((List<?>) answer).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var source = PageCheck.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
