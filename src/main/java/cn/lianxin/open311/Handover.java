package cn.lianxin.open311;

import cn.lianxin.concern.Receipt;
import java.time.Instant;
import java.util.Optional;

/**
 * What the application gets for a filing.
 *
 * @param receipt told with each answer to the same key, and kept nowhere; empty after the key was changed
 * @param replyBy the promise
 */
record Handover(
        Filing filing, Optional<String> token, Optional<Receipt> receipt, String responsible, Instant replyBy) {}
