package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.MessageSource;

/**
 * One person's way through the pages, in the words he reads: buttons, links and fields are found by the message key of
 * what is written on them. Every page he passes is examined.
 */
final class Walk {

    /** Of all walks: the same page need not be examined by everybody who passes. */
    private static final Set<String> EXAMINED = ConcurrentHashMap.newKeySet();

    private final BrowserContext context;
    private final MessageSource messages;
    private final String home;
    private final Face face;
    private final Page page;
    private final PageCheck check;
    private final List<String> faults = new ArrayList<>();
    private final AtomicInteger loads = new AtomicInteger();

    Walk(BrowserContext context, MessageSource messages, String home, Face face) {
        this.context = context;
        this.messages = messages;
        this.home = home;
        this.face = face;
        Watch.over(context, home, faults::add);
        if (face == Face.ENGLISH) {
            remember("language", "en");
        }
        this.page = context.newPage();
        this.check = new PageCheck(page, face.script);
        page.onLoad(_ -> loads.incrementAndGet());
    }

    /** The address of the installation. */
    String home() {
        return home;
    }

    /** The browser page itself, for what only a browser can tell. */
    Page page() {
        return page;
    }

    PageCheck check() {
        return check;
    }

    List<String> faults() {
        return faults;
    }

    void remember(String cookie, String value) {
        context.addCookies(List.of(new Cookie(cookie, value).setUrl(home)));
    }

    /** The value of a cookie that this device holds. */
    String remembered(String cookie) {
        return context.cookies().stream()
                .filter(one -> one.name.equals(cookie))
                .findFirst()
                .orElseThrow()
                .value;
    }

    Walk open(String address) {
        page.navigate(home + address);
        return examine();
    }

    Walk signIn(Colliery.Member member) {
        return signIn(member.number(), Colliery.PASSWORD);
    }

    Walk signIn(String number, String password) {
        open("/sign-in");
        write("sign-in.number", number);
        write("sign-in.password", password);
        press("sign-in.go");
        return page.url().contains("/me/statement") ? press("statement.go") : this;
    }

    /** Presses the button or link with these words and waits for the page it leads to. */
    Walk press(String key, Object... arguments) {
        return pressWords(say(key, arguments));
    }

    Walk pressWords(String words) {
        return leaveBy(actionable(words)::click);
    }

    /** Does what leads to another page, and waits for it. */
    Walk leaveBy(Runnable act) {
        var before = loads.get();
        act.run();
        page.waitForCondition(() -> loads.get() > before);
        return examine();
    }

    /** Taps what is on the page and stays there. */
    Walk choose(String key) {
        return chooseWords(say(key));
    }

    Walk chooseWords(String words) {
        page.locator("label.choice:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    Walk unfold(String key) {
        page.locator("summary:visible")
                .filter(new Locator.FilterOptions().setHasText(say(key)))
                .first()
                .click();
        return this;
    }

    Walk write(String labelKey, String text) {
        field(labelKey).fill(text);
        return this;
    }

    Walk select(String labelKey, String option) {
        var field = field(labelKey);
        var value = field.locator("option")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .getAttribute("value");
        field.selectOption(value);
        return this;
    }

    Walk attach(String labelKey, FilePayload... files) {
        field(labelKey).setInputFiles(files);
        return this;
    }

    Walk attach(String labelKey, Path file) {
        field(labelKey).setInputFiles(file);
        return this;
    }

    Locator field(String labelKey) {
        return page.getByLabel(say(labelKey))
                .and(page.locator("input:visible, textarea:visible, select:visible"))
                .first();
    }

    Walk sees(String key, Object... arguments) {
        return seesWords(say(key, arguments));
    }

    Walk seesWords(String words) {
        assertThat(text()).contains(words);
        return this;
    }

    Walk doesNotSee(String key, Object... arguments) {
        assertThat(text()).doesNotContain(say(key, arguments));
        return this;
    }

    /** What is visible on the page. */
    String text() {
        return page.locator("body").innerText();
    }

    /** Follows the message about this concern; messages come a moment after the step. */
    Walk followMessageAbout(String number) {
        open("/inbox");
        var message = page.locator(".inbox a.unread").filter(new Locator.FilterOptions().setHasText(number));
        for (var tries = 0; message.count() == 0 && tries < 40; tries++) {
            page.waitForTimeout(250);
            page.reload();
        }
        return leaveBy(message.first()::click);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, face.language);
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    void end() {
        context.close();
    }

    /** Each kind of page once by everybody who reads it so: its address without numbers and its title. */
    private Walk examine() {
        var kind = "%s %s %d %s %s"
                .formatted(
                        face,
                        context.cookies().stream().anyMatch(one -> one.name.equals("lianxin")),
                        page.viewportSize().width,
                        page.url().replace(home, "").replaceAll("[0-9]+|[A-Za-z0-9_-]{24}", "…"),
                        page.title());
        if (EXAMINED.add(kind)) {
            check.faults().forEach(fault -> faults.add(page.url() + " " + fault));
        }
        return this;
    }

    private Locator actionable(String words) {
        var button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
        return button.count() > 0
                ? button.first()
                : page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                        .first();
    }
}
