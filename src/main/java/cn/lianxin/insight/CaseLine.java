package cn.lianxin.insight;

import java.time.Instant;
import java.util.Optional;

/**
 * A concern behind a figure.
 *
 * @param part it was split from another and counts together with it
 */
record CaseLine(
        String number,
        String matter,
        String grade,
        Instant filedAt,
        Instant replyBy,
        Optional<Instant> answeredAt,
        boolean part) {}
