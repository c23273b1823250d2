package cn.lianxin.spotcheck;

import cn.lianxin.kernel.UnitId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A period in lines of words, as docs/spot-checks.md describes them and as a machine reads them. */
final class DrawList {

    private DrawList() {}

    static String of(
            Period period,
            Optional<String> seed,
            Map<UnitId, BigDecimal> rates,
            List<Candidate> candidates,
            List<Drawn> drawn,
            Predicate<UnitId> shown) {
        var text = new StringBuilder();
        line(text, "period", period.begins(), period.ends());
        line(text, "commitment", period.commitment());
        seed.ifPresent(it -> line(text, "seed", it));
        rates.forEach((unit, rate) -> line(text, "rate", unit.value(), rate.toPlainString()));
        candidates.stream()
                .filter(one -> shown.test(one.unit()))
                .forEach(one -> line(
                        text,
                        "candidate",
                        one.week(),
                        one.unit().value(),
                        one.name(),
                        one.lifeSafety() ? "life-safety" : "ordinary",
                        one.callable() ? "callable" : "not-callable"));
        drawn.stream()
                .filter(one -> shown.test(one.candidate().unit()))
                .forEach(one -> line(
                        text,
                        "drawn",
                        one.place(),
                        one.reason(),
                        one.until(),
                        one.candidate().name(),
                        one.replaces().map(String::valueOf).orElse("-")));
        return text.toString();
    }

    private static void line(StringBuilder text, Object... words) {
        text.append(String.join(
                        " ", List.of(words).stream().map(String::valueOf).toList()))
                .append('\n');
    }
}
