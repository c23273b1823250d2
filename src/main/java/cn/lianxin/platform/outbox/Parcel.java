package cn.lianxin.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is carried in one go: one thing, or several for one recipient.
 *
 * @param id the same for every attempt; receivers know it again by it
 * @param contents as they were put down, the oldest first
 * @param urgent whether one of them is
 * @param dueAt when the oldest was due
 */
public record Parcel(
        UUID id, String queue, long recipient, List<String> contents, boolean urgent, int attempts, Instant dueAt) {

    public Parcel {
        contents = List.copyOf(contents);
    }
}
