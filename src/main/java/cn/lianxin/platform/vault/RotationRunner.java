package cn.lianxin.platform.vault;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code ./lianxin rotate-keys}: a new key for the vault at once, where a copy of the old one may be in wrong hands. */
@Component
@Order
class RotationRunner implements ApplicationRunner {

    private final RotatingKeys rotating;
    private final ApplicationContext context;
    private final boolean asked;

    RotationRunner(
            RotatingKeys rotating, ApplicationContext context, @Value("${lianxin.vault.rotate:false}") boolean asked) {
        this.rotating = rotating;
        this.context = context;
        this.asked = asked;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (asked) {
            var entries = rotating.rotate();
            var console =
                    new PrintStream(System.out, true, Charset.forName(System.getProperty("stdout.encoding", "UTF-8")));
            console.println("保密姓名库换了新钥匙，重新封好 " + entries + " 条；请把新的 vault.key 单独备份。"
                    + " · The vault has a new key for its " + entries + " entries; back up the new vault.key, apart.");
            System.exit(SpringApplication.exit(context, () -> 0));
        }
    }
}
