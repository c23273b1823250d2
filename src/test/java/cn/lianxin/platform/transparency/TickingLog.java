package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.Unproven;
import java.util.List;
import org.springframework.stereotype.Component;

/** The public log for tests of rooms that publish: numbered and signed now, and whether it agrees with what they show. */
@Component
public class TickingLog {

    private final LogClock clock;
    private final Inspecting inspecting;

    TickingLog(LogClock clock, Inspecting inspecting) {
        this.clock = clock;
        this.inspecting = inspecting;
    }

    public void tick() {
        clock.tick();
    }

    public List<String> faults() {
        try {
            return inspecting.inspect().orElseThrow().faults().stream()
                    .map(Unproven::getMessage)
                    .toList();
        } catch (Unproven fault) {
            return List.of(fault.getMessage());
        }
    }
}
