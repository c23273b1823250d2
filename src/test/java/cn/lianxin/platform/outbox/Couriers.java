package cn.lianxin.platform.outbox;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;

/** A courier that works when a test says so, as another node would. */
public final class Couriers implements AutoCloseable {

    private final Courier courier;

    private Couriers(Courier courier) {
        this.courier = courier;
    }

    public static Couriers with(ApplicationContext context, Carrier... carriers) {
        return new Couriers(new Courier(
                context.getBean(Parcels.class),
                context.getBean(Settling.class),
                List.of(carriers),
                context.getBean(Clock.class)));
    }

    /** Until nothing is due at this moment. */
    public void workOff() {
        List<Future<?>> lanes;
        do {
            lanes = courier.start();
            for (var lane : lanes) {
                try {
                    lane.get();
                } catch (ExecutionException died) {
                    // A lane that died is what the test is about.
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        } while (!lanes.isEmpty());
    }

    @Override
    public void close() throws InterruptedException {
        courier.close();
    }
}
