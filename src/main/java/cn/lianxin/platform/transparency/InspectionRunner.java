package cn.lianxin.platform.transparency;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code ./lianxin verify --data DIRECTORY} and {@code ./lianxin rotate-log-key}, without a server. */
@Component
@Order
class InspectionRunner implements ApplicationRunner {

    private final Inspecting inspecting;
    private final LogKeys keys;
    private final LogClock clock;
    private final ApplicationContext context;
    private final String task;

    InspectionRunner(
            Inspecting inspecting,
            LogKeys keys,
            LogClock clock,
            ApplicationContext context,
            @Value("${lianxin.transparency.task:}") String task) {
        this.inspecting = inspecting;
        this.keys = keys;
        this.clock = clock;
        this.context = context;
        this.task = task;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var out = new PrintStream(System.out, true, Charset.forName(System.getProperty("stdout.encoding", "UTF-8")));
        switch (task) {
            case "verify" -> end(verify(out));
            case "rotate" -> {
                out.println(
                        "公开账本换了新钥匙；公钥请贴到井口，旧的等大家都知道了再从 log.key 里删 · The log has a new key; post it: " + keys.rotate());
                end(0);
            }
            default -> {}
        }
    }

    private int verify(PrintStream out) {
        clock.tick();
        var report = inspecting.inspect();
        if (report.isEmpty()) {
            out.println("还没有记过账 · Nothing was entered yet");
            return 0;
        }
        report.get().faults().forEach(fault -> out.println("✗ " + fault.sentence()));
        out.println(
                report.get().sound()
                        ? "✓ " + report.get().checkpoint().size() + " 条，没有被改过 · entries, nothing was altered"
                        : "✗ 对不上 · It does not agree");
        return report.get().sound() ? 0 : 1;
    }

    private void end(int code) {
        System.exit(SpringApplication.exit(context, () -> code));
    }
}
