package cn.lianxin.daybook;

import cn.lianxin.platform.merkle.Unproven;
import java.util.List;
import java.util.function.Consumer;

/** As many as somebody reads. */
final class Faults {

    /** Whoever reads them knows by then. */
    private static final int MOST = 100;

    private final Consumer<Unproven> found;
    private int many;

    Faults(Consumer<Unproven> found) {
        this.found = found;
    }

    void add(Unproven fault) {
        if (!isFull()) {
            many++;
            found.accept(fault);
        }
    }

    void addAll(List<Unproven> all) {
        all.forEach(this::add);
    }

    boolean isFull() {
        return many >= MOST;
    }
}
