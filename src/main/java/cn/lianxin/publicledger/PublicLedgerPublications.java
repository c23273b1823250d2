package cn.lianxin.publicledger;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Published concerns in the public log, as all read them, and what becomes known of each later: the batch that its verdict came out with,
 * whether it came back, and that it was taken down. From which case they come stays out.
 */
@Configuration(proxyBeanMethods = false)
class PublicLedgerPublications {

    static final String ENTRY = "publicledger.entry";
    static final String PICTURE = "publicledger.picture";
    static final String VERDICTS = "publicledger.verdicts";
    static final String RECURRENCE = "publicledger.recurrence";
    static final String WITHDRAWAL = "publicledger.withdrawal";

    private static final String DOWN = "exists (select 1 from publicledger.withdrawal d where d.entry = %s)";

    /** As {@code publicledger.shown} has it, which every page asks. */
    private static final String SHOWN = "exists (select 1 from publicledger.shown n where n.number = %s)";

    private static final String PREFIX = "public-concern";

    @Bean
    static PublishedRows publicLedgerEntryPublications(JdbcClient database) {
        var entry = PublishedTable.of("publicledger.entry", "e")
                .where("e.state = 'PUBLIC'")
                .commits("number", "request", "reply", "unit", "matter", "promised_on", "replied_on", "public_at")
                .leaves("from which case it comes is told to nobody", "concern", "desk_unit")
                .leaves("what is public no more would be found missing", "state")
                .leaves("whether pictures were still being chosen, before anybody decided", "picturing")
                .leaves(
                        "who wrote and approved it is kept in the house and not published",
                        "proposed_by",
                        "proposed_at",
                        "first_by",
                        "first_line",
                        "second_by",
                        "second_line")
                .leaves(
                        "what looked like somebody, and why it stayed, is for those who decide",
                        "kept_parts",
                        "kept_reason")
                .leaves("why it was declined, before it was ever public", "declined");
        return new PublishedRows(
                database,
                Layout.of(ENTRY, PREFIX, entry, "number")
                        .shownWhere(SHOWN.formatted("e.number"))
                        .takenBackWhere(DOWN.formatted("e.number")));
    }

    /** A kind of its own, so that what was published before there were pictures still stands as it was entered. */
    @Bean
    static PublishedRows publicLedgerPicturePublications(JdbcClient database) {
        var picture = PublishedTable.of("publicledger.picture", "p")
                .where("exists (select 1 from publicledger.entry o where o.number = p.entry and o.state = 'PUBLIC')")
                .commits(
                        "entry",
                        "place",
                        "bytes",
                        "sha256",
                        "width",
                        "height",
                        "alternative_text",
                        "boxes",
                        "covers",
                        "nobody")
                .leaves("of which photo of the case it was painted is told to nobody", "photo");
        return new PublishedRows(
                database,
                Layout.of(PICTURE, PREFIX + "-picture", picture, "entry", "place")
                        .shownWhere(SHOWN.formatted("p.entry"))
                        .takenBackWhere(DOWN.formatted("p.entry")));
    }

    @Bean
    static PublishedRows publicLedgerVerdictPublications(JdbcClient database) {
        var verdicts = PublishedTable.of("publicledger.verdicts", "v")
                .commits("entry", "released_on", "unit", "rated", "solved", "partly", "not_solved")
                .commits("satisfied", "fairly", "not_satisfied");
        return new PublishedRows(
                database,
                Layout.of(VERDICTS, PREFIX + "-verdicts", verdicts, "entry")
                        .shownWhere(SHOWN.formatted("v.entry"))
                        .takenBackWhere(DOWN.formatted("v.entry")));
    }

    @Bean
    static PublishedRows publicLedgerRecurrencePublications(JdbcClient database) {
        var recurrence = PublishedTable.of("publicledger.recurrence", "r").commits("entry", "came_back", "known_on");
        return new PublishedRows(
                database,
                Layout.of(RECURRENCE, PREFIX + "-recurrence", recurrence, "entry")
                        .shownWhere(SHOWN.formatted("r.entry"))
                        .takenBackWhere(DOWN.formatted("r.entry")));
    }

    @Bean
    static PublishedRows publicLedgerWithdrawalPublications(JdbcClient database) {
        var withdrawal = PublishedTable.of("publicledger.withdrawal", "w")
                .commits("entry", "at")
                .leaves(
                        "whether its reporter or a change of the case took it down is told to nobody; a rule of the office is committed to",
                        "rule",
                        "by_person");
        return new PublishedRows(
                database,
                Layout.of(WITHDRAWAL, PREFIX + "-withdrawal", withdrawal, "entry")
                        .field("rule", "case when w.by_person is null then '' else w.rule end"));
    }

    static String entry(long number) {
        return PREFIX + ":" + number;
    }

    static String picture(long number, int place) {
        return PREFIX + "-picture:" + number + ":" + place;
    }

    static String verdicts(long number) {
        return PREFIX + "-verdicts:" + number;
    }

    static String recurrence(long number) {
        return PREFIX + "-recurrence:" + number;
    }

    static String withdrawal(long number) {
        return PREFIX + "-withdrawal:" + number;
    }
}
