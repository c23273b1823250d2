package cn.lianxin.concern;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;

/**
 * What the desk has before it when it sorts and sends on.
 *
 * @param unit whose people it is about
 * @param desk the unit whose desk received it
 * @param words with what was written down of speech
 * @param restricted whether only supervisors and the worker may see it
 */
public record ReceivedConcern(
        long id, UnitId unit, UnitId desk, String title, String words, boolean restricted, Instant filedAt) {}
