package cn.lianxin.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** A phone on which somebody writes without a network, with a memory of its own that is soon full. */
final class OfflinePhone implements AutoCloseable {

    private static final String PAGE = "/concerns/new/offline";

    /** What the browser gives the site; the browser forgets it with the page that was told so. */
    private static final int ROOM = 7_000_000;

    private static final String TOO_LARGE = """
            (bytes) => {
                const chosen = new DataTransfer();
                chosen.items.add(new File([new Uint8Array(bytes)], "长片.jpg"));
                document.querySelector("#files").files = chosen.files;
            }
            """;

    private final BrowserContext context;
    private final String home;
    private Page page;

    OfflinePhone(Browser browser, String home) {
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("zh-CN"));
        this.context.setDefaultTimeout(60_000);
        this.home = home;
        var quota = new JsonObject();
        quota.addProperty("origin", home);
        quota.addProperty("quotaSize", ROOM);
        context.newCDPSession(context.newPage()).send("Storage.overrideQuotaForOrigin", quota);
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    void signIn(Colliery.Member member) {
        page.navigate(home + "/sign-in");
        page.fill("#number", member.number());
        page.fill("#password", Colliery.PASSWORD);
        page.locator("main form button").first().click();
        page.waitForURL(home + "/");
        ready(page);
    }

    /** Until it could do without a network, and knows who writes on it. */
    static void ready(Page home) {
        home.waitForFunction("() => navigator.serviceWorker.controller && window.LianxinOffline");
        home.waitForFunction("() => LianxinOffline.settings().then((found) => Boolean(found.writer))");
    }

    /** Whoever was signed in is so no longer, as after some hours. */
    void sessionEnds() {
        context.clearCookies();
    }

    void network(boolean there) {
        context.setOffline(!there);
    }

    void open() {
        page.navigate(home + PAGE);
        page.locator("form.question").waitFor();
    }

    void write(String words, FilePayload photo) {
        page.fill("#text", words);
        page.setInputFiles("#files", photo);
    }

    /** Whether it was kept; otherwise a sentence says why not. */
    boolean keep() {
        page.locator(".action-bar button").click();
        page.locator("[data-says]:visible, [data-fault]:visible").first().waitFor();
        return page.locator("[data-fault]:visible").count() == 0;
    }

    /** With a photo that it has no room for, although the installation would take it. */
    void writeTooMuch(String words) {
        page.fill("#text", words);
        page.evaluate(TOO_LARGE, ROOM + 1_000_000);
    }

    /** The tab and whatever works behind it, at once; then it is opened again. */
    void kill() {
        try {
            var session = context.newCDPSession(page);
            session.send("ServiceWorker.enable");
            session.send("ServiceWorker.stopAllWorkers");
        } catch (PlaywrightException nothingToStop) {
            // It had not been started.
        }
        page.close();
        page = context.newPage();
        open();
    }

    void press() {
        page.evaluate("() => { const send = document.querySelector('[data-send]'); if (send) send.click(); }");
    }

    /** waiting, sign-in, refused or sent, for each that is kept here. */
    List<String> states() {
        var states = page.evaluate("() => LianxinOffline.records().then((all) => all.map((one) => one.state))");
        return ((List<?>) states).stream().map(String::valueOf).toList();
    }

    boolean waits() {
        return states().stream().anyMatch(state -> !state.equals("sent"));
    }

    /** The digits, read and then deleted from the phone. */
    String takeReceipt() {
        var digits = page.locator("[data-digits]").first();
        digits.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        var receipt = digits.innerText().replaceAll("\\s", "");
        page.locator("[data-have]").first().click();
        page.waitForFunction("() => document.querySelectorAll('[data-have]').length === 0");
        return receipt;
    }

    /** Names of what the browser keeps for this site. */
    List<?> databases() {
        return (List<?>) page.evaluate("() => indexedDB.databases().then((all) => all.map((one) => one.name).sort())");
    }

    @Override
    public void close() {
        context.close();
    }
}
