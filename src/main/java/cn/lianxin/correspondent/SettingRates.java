package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.ArticleKind;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 稿费标准: a chief editor sets the next version; what was in force stays as it was. */
@Component
class SettingRates {

    static final int LONGEST_REASON = 200;

    private final RateTables tables;
    private final Channels channels;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    SettingRates(RateTables tables, Channels channels, Directory directory, AuditTrail audit, Clock clock) {
        this.tables = tables;
        this.channels = channels;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param typed {@code unit}, {@code from}, {@code reason}; {@code rate-TEXT} … in yuan for all channels, {@code rate-prose} …
     *     where a channel has its own
     */
    @Transactional
    void set(Map<String, String> typed, Actor.Member by) {
        if (!by.is(Role.CHIEF_EDITOR)) {
            throw new Refusal.NotAllowed("fee-chief-only");
        }
        var unit = unit(typed, by);
        var from = from(typed.getOrDefault("from", ""), unit);
        var rates = rates(typed);
        var reason = PlainText.line(typed.get("reason"));
        if (reason.isEmpty() || PlainText.lengthOf(reason) > LONGEST_REASON) {
            throw new Refusal.Violation("reason", "fee-reason", LONGEST_REASON);
        }
        var version = tables.add(unit, from, rates, reason, by);
        audit.record(by, "correspondent.rates-set", "rates:" + version, from + ": " + reason);
    }

    private UnitId unit(Map<String, String> typed, Actor.Member by) {
        var units = by.unitsAs(Role.CHIEF_EDITOR);
        var wanted = typed.getOrDefault("unit", "");
        return units.stream()
                .filter(unit -> units.size() == 1 || directory.unit(unit).code().equals(wanted.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("unit", "fee-unit"));
    }

    /** The first one anywhere may begin before today, since nothing was in force; every later one begins today or after. */
    private LocalDate from(String typed, UnitId unit) {
        LocalDate from;
        try {
            from = LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            throw new Refusal.Violation("from", "fee-day");
        }
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        if (from.isBefore(today.minusYears(1)) || from.isAfter(today.plusYears(1))) {
            throw new Refusal.Violation("from", "fee-day");
        }
        if (tables.anyFor(unit) && from.isBefore(today)
                || tables.of(unit).stream()
                        .anyMatch(kept -> !kept.table().from().isBefore(from))) {
            throw new Refusal.Violation("from", "fee-backwards");
        }
        return from;
    }

    private List<RateTable.Rate> rates(Map<String, String> typed) {
        var rates = new ArrayList<RateTable.Rate>();
        for (var kind : ArticleKind.values()) {
            var field = "rate-" + kind.name();
            rates.add(new RateTable.Rate("", kind, Fen.read(typed.getOrDefault(field, ""), field, "fee-yuan")));
        }
        for (var channel : channels.all()) {
            var field = "rate-" + channel.code();
            var yuan = typed.getOrDefault(field, "");
            if (!yuan.isBlank()) {
                rates.add(new RateTable.Rate(channel.code(), channel.kind(), Fen.read(yuan, field, "fee-yuan")));
            }
        }
        return rates;
    }
}
