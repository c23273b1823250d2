package cn.lianxin;

import java.util.concurrent.atomic.AtomicInteger;

/** Whoever crawls asks more within a minute than one address may without a token, and is not what is limited here. */
public final class ManyAddresses {

    private static final AtomicInteger LAST = new AtomicInteger();

    private ManyAddresses() {}

    public static String next() {
        var number = LAST.incrementAndGet();
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
