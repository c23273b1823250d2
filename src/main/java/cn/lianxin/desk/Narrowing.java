package cn.lianxin.desk;

import cn.lianxin.concern.ConcernFilter;
import cn.lianxin.concern.ConcernFilter.Due;
import cn.lianxin.concern.ConcernFilter.Within;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A filter as it stands in an address. What makes no sense there is not found, rather than shown as if it narrowed. */
final class Narrowing {

    static final List<String> NAMES = List.of(
            "urgent",
            "confidential",
            "contractor",
            "kind",
            "matter",
            "raised-in",
            "answered-by",
            "itself",
            "from",
            "until",
            "due");

    /** Those that stand as links above every list. */
    static final List<String> CHOICES = List.of("urgent", "confidential", "contractor", "kind");

    private Narrowing() {}

    static ConcernFilter filter(Map<String, String> narrowing) {
        var itself = narrowing.containsKey("itself");
        return new ConcernFilter(
                narrowing.containsKey("urgent"),
                narrowing.containsKey("confidential"),
                narrowing.containsKey("contractor"),
                read(narrowing, "kind", text -> ConcernKind.valueOf(text.toUpperCase(Locale.ROOT))),
                read(narrowing, "matter", Function.identity()),
                read(narrowing, "raised-in", text -> new Within(new UnitId(Long.parseLong(text)), itself)),
                read(narrowing, "answered-by", text -> new Within(new UnitId(Long.parseLong(text)), itself)),
                read(narrowing, "from", LocalDate::parse),
                read(narrowing, "until", LocalDate::parse),
                read(narrowing, "due", text -> Due.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(Due.ANY));
    }

    private static <T> Optional<T> read(Map<String, String> narrowing, String name, Function<String, T> reading) {
        try {
            return Optional.ofNullable(narrowing.get(name)).map(reading);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new Refusal.NotFound();
        }
    }
}
