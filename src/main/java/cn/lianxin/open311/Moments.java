package cn.lianxin.open311;

import cn.lianxin.platform.web.Screen;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Dates as the W3C's note has them: with their offset, to the second. */
final class Moments {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {}

    static String of(Instant instant) {
        return exactly(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    /** With its fraction, for an address that has to mean the same moment again. */
    static String exactly(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(Screen.ZONE));
    }

    /** Empty where it is none. A plus that an address turned into a space is understood. */
    static Optional<Instant> parse(String text) {
        try {
            var instant = OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
            return Optional.of(instant).filter(Moments::isUsable);
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    /** Of our time: what lies far beyond it, no database keeps. */
    static boolean isUsable(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
