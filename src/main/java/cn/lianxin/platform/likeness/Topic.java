package cn.lianxin.platform.likeness;

import java.time.Instant;
import java.util.List;

/**
 * Messages about the same.
 *
 * @param messages in the order of their arrival
 * @param firstRaisedAt when three had come within a fortnight, or the third at all if that never was
 */
public record Topic(List<Long> messages, Instant firstRaisedAt) {

    public Topic {
        messages = List.copyOf(messages);
    }
}
