package cn.lianxin.delivery;

import cn.lianxin.platform.outbox.Queue;
import java.time.Duration;

/**
 * A way to reach people outside of the product.
 *
 * @param key {@code mail} or {@code messenger:3}; also the name of its queue
 * @param name as people know it; empty for mail, whose word is in {@code messages/}
 * @param repeatable whether the other side drops what it has by its id
 */
record Way(String key, String name, AddressKind kind, boolean repeatable) {

    static final String MAIL = "mail";
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final int LANES = 4;

    /** Nothing in a message tells two of them apart, so what is due for a person goes as one. */
    Queue queue() {
        return new Queue(key, true, repeatable, PATIENCE, LANES);
    }
}
