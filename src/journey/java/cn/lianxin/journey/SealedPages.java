package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;

/** What senders, officers and key holders do on the pages of sealed reports, in any browser. */
record SealedPages(Page page, String home) {

    private static final List<String> HOLDERS = List.of("纪检老李", "工会老张", "律师老王");

    static SealedPages of(Walk walk, Devices devices) {
        return new SealedPages(walk.page(), devices.home());
    }

    SealedPages open(String address) {
        page.navigate(home + address);
        return this;
    }

    /** Answers the passphrase that is shown once. */
    String makeKey() {
        open("/sealed-letters/key");
        page.locator("[data-make] button").click();
        page.locator("[data-check]").waitFor();
        var passphrase = digits("[data-passphrase]");
        page.fill("#passphrase", passphrase);
        reloadBy("[data-check] button");
        page.locator("dl.facts").waitFor();
        return passphrase;
    }

    /** Answers the three parts. */
    List<String> ceremony() {
        open("/sealed-recovery");
        page.fill("#discipline", HOLDERS.get(0));
        page.fill("#labour", HOLDERS.get(1));
        page.fill("#outsider", HOLDERS.get(2));
        page.locator("[data-names] button").click();
        var parts = new ArrayList<String>();
        for (var place = 0; place < HOLDERS.size(); place++) {
            page.locator("h2[data-whose]")
                    .filter(new Locator.FilterOptions().setHasText(HOLDERS.get(place)))
                    .waitFor();
            var part = page.locator("[data-part]").innerText().strip();
            parts.add(part);
            page.fill("#typed", part);
            if (place < HOLDERS.size() - 1) {
                page.locator("[data-hand] button.button-go").click();
            } else {
                reloadBy("[data-hand] button.button-go");
            }
        }
        return parts;
    }

    SealedPages write(String mine, String officer, String words, FilePayload... files) {
        open("/sealed");
        next("1");
        page.locator("label.choice:visible")
                .filter(new Locator.FilterOptions().setHasText(mine))
                .filter(new Locator.FilterOptions().setHasText(officer))
                .click();
        next("2");
        page.fill("#words", words);
        page.setInputFiles("#files", files);
        return this;
    }

    /** Answers the receipt. */
    String send() {
        page.locator("[data-screen='3'] button.button-go").click();
        page.locator("[data-words] span").nth(7).waitFor();
        return digits("[data-digits]");
    }

    String number() {
        return page.locator("dl.facts dd").first().innerText().strip();
    }

    SealedPages comeBack(String receipt) {
        open("/sealed/receipt");
        page.fill("#code", receipt);
        page.locator("form button.button-go").click();
        page.locator("[data-found]:visible, [data-fault]:visible").first().waitFor();
        return this;
    }

    /** Whether it opened; otherwise a sentence says why not. */
    boolean read(String number, String passphrase) {
        open("/sealed-letters/" + number);
        page.fill("#passphrase", passphrase);
        page.locator("[data-open] button").click();
        page.locator("[data-letter]:visible, [data-letter-page] [data-fault]:visible")
                .first()
                .waitFor();
        return page.locator("[data-letter]").isVisible();
    }

    void answer(String words) {
        page.fill("#answer", words);
        reloadBy("[data-reply] button");
        page.locator("[data-open]").waitFor();
    }

    /** Whether it succeeded; otherwise a sentence says why not. */
    boolean recover(String number, String onePart, String otherPart) {
        open("/sealed-letters/" + number);
        page.locator("details.more summary").last().click();
        page.fill("#part-1", onePart);
        page.fill("#part-2", otherPart);
        page.fill("#reason", "口令丢了");
        page.evaluate("() => { window.before = true; }");
        page.locator("[data-recovery-page] button").click();
        page.waitForFunction(
                "() => !window.before || !document.querySelector('[data-recovery-page] [data-fault]').hidden");
        return page.evaluate("() => Boolean(window.before)").equals(false);
    }

    String fault() {
        return page.locator("[data-fault]:visible").first().innerText();
    }

    private void next(String screen) {
        page.locator("[data-screen='" + screen + "'] button.button-go").click();
    }

    private void reloadBy(String button) {
        page.evaluate("() => { window.before = true; }");
        page.locator(button).click();
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    private String digits(String where) {
        var digits = page.locator(where).innerText().replaceAll("\\s", "");
        assertThat(digits).matches("[0-9]{20}|[0-9]{24}");
        return digits;
    }
}
