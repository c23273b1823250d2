package cn.lianxin.demo;

import cn.lianxin.platform.web.StartPart;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Loads the demo enterprise when an installation is started for the first time, and says at every start who may sign in. */
@Component
class DemoStart implements ApplicationRunner, StartPart {

    private static final int STEP = 25;

    private final DemoEnterprise enterprise;
    private final AccountsFile accounts;
    private final boolean wanted;

    DemoStart(
            DemoEnterprise enterprise,
            AccountsFile accounts,
            @Value("#{${lianxin.demo:true} && ${lianxin.clockwork:true}}") boolean wanted) {
        this.enterprise = enterprise;
        this.accounts = accounts;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted && enterprise.isMissing()) {
            var begun = System.nanoTime();
            System.out.println("第一次启动：正在建演示企业…… · First start: founding the demo enterprise…");
            enterprise.load(StoryPlanner.USUAL, this::say);
            System.out.printf(
                    "演示企业建好了，用了 %1$d 秒。 · The demo enterprise stands, after %1$d seconds.%n",
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        }
    }

    private int said;

    private void say(int percent) {
        if (percent / STEP > said) {
            said = percent / STEP;
            System.out.println("  " + said * STEP + " %");
        }
    }

    @Override
    public List<String> lines() {
        if (!wanted) {
            return List.of();
        }
        return accounts.read().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of("演示企业的账号，也写在 " + accounts.path()
                                + " · Accounts of the demo enterprise, kept in that file too:"),
                        Stream.concat(
                                table.lines(),
                                Stream.of(
                                        "  演示企业只凭密码登录；真用起来，看得到受保护内容的角色还要第二道验证。",
                                        "  In the demo a password is enough; in earnest, roles that see what is protected need"
                                                + " a second factor."))))
                .toList();
    }
}
