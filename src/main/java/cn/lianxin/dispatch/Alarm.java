package cn.lianxin.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * That a danger was raised, and who has heard of it.
 *
 * @param heardBy by name, empty while nobody has
 */
record Alarm(long concern, Instant raisedAt, Optional<String> heardBy, Optional<Instant> heardAt) {}
