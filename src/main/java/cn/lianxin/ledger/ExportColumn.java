package cn.lianxin.ledger;

import cn.lianxin.concern.ConcernLine;
import cn.lianxin.concern.Reply;
import cn.lianxin.platform.web.Screen;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The columns of the product's own ledger. Their names in both languages are names that an import understands. */
enum ExportColumn {
    NUMBER,
    SOURCE_NUMBER,
    FILED_AT,
    CHANNEL,
    KIND,
    MODE,
    REPORTER,
    STAFF_NUMBER,
    UNIT,
    UNIT_CODE,
    MATTER,
    GRADE,
    TITLE,
    CONTENT,
    PLACE,
    STATE,
    LEAD,
    OWNER_UNIT,
    OWNER,
    REPLY_BY,
    REPLIED_AT,
    REPLY_REQUEST,
    REPLY_FACTS,
    REPLY,
    REPLY_BASIS,
    OUTCOME,
    AMOUNT,
    OVER_AT;

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    static List<String> header(LedgerWords words, Locale language) {
        return Arrays.stream(values())
                .map(column -> words.say("ledger.column." + column.name(), language))
                .toList();
    }

    /** Whether a ledger with this header was written by Lianxin, in either language, now or before it had amounts. */
    static boolean areHeaderOf(List<String> header, LedgerWords words) {
        return LedgerWords.LANGUAGES.stream().anyMatch(language -> {
            var columns = header(words, language);
            return header.equals(columns) || header.equals(withoutAmount(columns));
        });
    }

    private static List<String> withoutAmount(List<String> columns) {
        return IntStream.range(0, columns.size())
                .filter(at -> at != AMOUNT.ordinal())
                .mapToObj(columns::get)
                .toList();
    }

    static List<String> cells(ConcernLine line, String sourceNumber, LedgerWords words, Locale language) {
        return Arrays.stream(values())
                .map(column -> column.cell(line, sourceNumber, words, language))
                .toList();
    }

    private String cell(ConcernLine line, String sourceNumber, LedgerWords words, Locale language) {
        return switch (this) {
            case NUMBER -> line.number();
            case SOURCE_NUMBER -> sourceNumber;
            case FILED_AT -> shown(line.filedAt());
            case CHANNEL -> words.of(line.channel(), language);
            case KIND -> words.of(line.kind(), language);
            case MODE -> words.of(line.mode(), language);
            case REPORTER -> line.reporterName();
            case STAFF_NUMBER -> line.staffNumber();
            case UNIT -> line.unit();
            case UNIT_CODE -> line.unitCode();
            case MATTER -> words.ofMatter(line.matter(), language);
            case GRADE -> line.grade().name();
            case TITLE -> line.title();
            case CONTENT -> line.words();
            case PLACE -> line.place();
            case STATE -> words.ofState(line.state(), language);
            case LEAD -> line.lead();
            case OWNER_UNIT -> line.ownerUnit();
            case OWNER -> line.ownerName();
            case REPLY_BY -> shown(line.replyBy());
            case REPLIED_AT -> line.repliedAt().map(ExportColumn::shown).orElse("");
            case REPLY_REQUEST -> part(line.reply(), Reply::request);
            case REPLY_FACTS -> part(line.reply(), Reply::facts);
            case REPLY -> part(line.reply(), Reply::opinion);
            case REPLY_BASIS -> part(line.reply(), Reply::basis);
            case OUTCOME -> part(line.reply(), reply -> words.of(reply.outcome(), language));
            case AMOUNT ->
                part(
                        line.reply(),
                        reply -> reply.amount().map(BigDecimal::toPlainString).orElse(""));
            case OVER_AT -> line.overAt().map(ExportColumn::shown).orElse("");
        };
    }

    private static String part(Optional<Reply> reply, Function<Reply, String> part) {
        return reply.map(part).orElse("");
    }

    private static String shown(Instant instant) {
        return LocalDateTime.ofInstant(instant, Screen.ZONE).format(SECOND);
    }
}
