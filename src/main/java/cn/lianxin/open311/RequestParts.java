package cn.lianxin.open311;

import cn.lianxin.concern.Extract;
import cn.lianxin.concern.TalkLine;
import cn.lianxin.open311.Part.Fields;
import cn.lianxin.open311.Part.Items;
import cn.lianxin.open311.Part.Text;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Matters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Concerns in the fields of the specification. */
@Component
class RequestParts {

    private static final int LONGEST_DESCRIPTION = 4000;

    /** Steps whose arguments are units and days. The others name people, or concerns that the caller may not see. */
    private static final Set<String> SPEAKING = Set.of(
            "step.ASSIGNED", "step.ARBITRATED", "step.UNIT_SUCCEEDED", "step.EXTENSION_GRANTED", "step.REVIEWED");

    /** Why an ending stands or does not is between those who looked, the worker and the line. */
    private static final Set<String> LOOKS =
            Set.of("step.ENDING_CONFIRMED", "step.DECLINATION_SET_ASIDE", "step.WITHDRAWAL_SET_ASIDE");

    private final Matters matters;
    private final Sentences sentences;

    RequestParts(Matters matters, Sentences sentences) {
        this.matters = matters;
        this.sentences = sentences;
    }

    /** Coordinates are never told, since they are never kept. */
    Fields request(Extract extract, Endpoint endpoint, Locale language) {
        var matter = matters.get(extract.matter());
        return Fields.none()
                .with("service_request_id", extract.number().toString())
                .with("status", extract.over() ? "closed" : "open")
                .with("status_notes", statusNotes(extract, language))
                .with("service_name", matter.name(Sentences.chinese(language)))
                .with("service_code", matter.code())
                .with("description", shortened(extract.words()))
                .with("agency_responsible", extract.responsible())
                .with(
                        "service_notice",
                        extract.over()
                                ? ""
                                : sentences.say(
                                        language,
                                        "open311.notice.promise",
                                        extract.responsible(),
                                        LocalDate.ofInstant(extract.replyBy(), Screen.ZONE)
                                                .toString()))
                .with("requested_datetime", Moments.of(extract.filedAt()))
                .with("updated_datetime", Moments.of(extract.changedAt()))
                .with("expected_datetime", Moments.of(extract.replyBy()))
                .with("address", extract.place())
                .with("address_id", extract.unitCode())
                .with("zipcode", "")
                .with("lat", "")
                .with("long", "")
                .with(
                        "media_url",
                        extract.files().isEmpty()
                                ? ""
                                : endpoint.file(extract, extract.files().getFirst()));
    }

    /** The same with the extensions: by which way it came in, all files, and what happened. */
    Fields extended(Extract extract, List<TalkLine> history, Endpoint endpoint, Locale language) {
        return request(extract, endpoint, language)
                .with(
                        "extended_attributes",
                        Fields.none()
                                .with("channel", extract.channel().name().toLowerCase(Locale.ROOT))
                                .with("media", media(extract.files(), extract, endpoint)))
                .with("notes", notes(history, language));
    }

    Items notes(List<TalkLine> history, Locale language) {
        return new Items(
                "note",
                history.stream()
                        .map(line -> Fields.none()
                                .with("datetime", Moments.of(line.at()))
                                .with("description", shortened(description(line, language)))
                                .with("type", line.step().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static Items media(List<UUID> files, Extract extract, Endpoint endpoint) {
        return new Items(
                "media_url",
                files.stream()
                        .map(file -> new Text(endpoint.file(extract, file)))
                        .toList());
    }

    private String statusNotes(Extract extract, Locale language) {
        var state = sentences.say(language, "open311.state." + extract.state());
        return shortened(extract.answer().isEmpty() ? state : state + "\n" + extract.answer());
    }

    /** What the worker said after the filing he said to those who handle it; here stands only that he did. */
    private String description(TalkLine line, Locale language) {
        var arguments = SPEAKING.contains(line.key())
                ? line.arguments().stream().map(it -> argument(it, language)).toArray()
                : new Object[0];
        var sentence = sentences.say(language, "open311.step." + line.step(), arguments);
        var text = line.side() == TalkLine.Side.WORKER || LOOKS.contains(line.key())
                ? ""
                : line.reply().map(reply -> reply.opinion()).orElse(line.text());
        return text.isBlank() ? sentence : sentence + "\n" + text;
    }

    private Object argument(Object argument, Locale language) {
        return argument instanceof Enum<?> constant
                ? sentences.say(language, "open311.ReviewOutcome." + constant.name())
                : argument.toString();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION - 1)) + "…";
    }
}
