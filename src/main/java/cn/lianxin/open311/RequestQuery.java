package cn.lianxin.open311;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Cursor;
import cn.lianxin.concern.ExtractFilter;
import cn.lianxin.open311.RequestFault.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What GET requests asks for.
 *
 * @param numbers ids that were asked for by themselves; they override all else
 * @param page first page is 1; with a cursor it is always 1
 * @param open only those with this status
 */
record RequestQuery(
        Optional<Set<ConcernNumber>> numbers,
        Set<String> services,
        Instant from,
        Instant until,
        Optional<Boolean> open,
        int page,
        int size,
        Cursor cursor,
        boolean extended) {

    /** Rows of one answer, and the longest time between the two dates, both from the specification. */
    static final int MOST_ROWS = 1000;

    static final Duration LONGEST_SPAN = Duration.ofDays(90);

    /** Rows of one answer that tells what happened to each. */
    static final int MOST_EXTENDED_ROWS = 50;

    private static final int LAST_PAGE = 1_000_000;

    ExtractFilter filter() {
        return numbers.map(ExtractFilter::of)
                .orElseGet(() -> new ExtractFilter(
                        Optional.empty(), services, Optional.of(from), Optional.of(until), open.map(it -> !it)));
    }

    int skip() {
        return (page - 1) * size;
    }

    /** Where the next rows are: the same question, its dates held fast, from the cursor on. The key stays out of it. */
    String link(HttpServletRequest request, String next) {
        var address = UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .queryParam("start_date", "{start}")
                .queryParam("end_date", "{end}")
                .queryParam("page_size", size)
                .queryParam("cursor", next);
        if (!services.isEmpty()) {
            address.queryParam("service_code", String.join(",", services));
        }
        open.ifPresent(it -> address.queryParam("status", it ? "open" : "closed"));
        if (extended) {
            address.queryParam("extensions", true);
        }
        var whole = address.encode().buildAndExpand(Moments.exactly(from), Moments.exactly(until));
        return "<" + whole.toUriString() + ">; rel=\"next\"";
    }

    /** Reads the parameters; an empty one counts as none. */
    static RequestQuery of(MultiValueMap<String, String> parameters, Services services, Instant now) {
        var reading = new Reading(parameters);
        var extended = reading.words("extensions").contains("true");
        var size = reading.number("page_size", extended ? MOST_EXTENDED_ROWS : MOST_ROWS, MOST_ROWS);
        var start = reading.moment("start_date");
        var end = reading.moment("end_date");
        var until = end.or(() -> start.map(it -> earlier(it.plus(LONGEST_SPAN), now)))
                .orElse(now);
        var from = start.orElse(until.minus(LONGEST_SPAN));
        if (from.isAfter(until)) {
            reading.faults.add(Fault.wrong("dates-reversed"));
        } else if (Duration.between(from, until).compareTo(LONGEST_SPAN) > 0) {
            reading.faults.add(Fault.wrong("dates-too-far-apart", LONGEST_SPAN.toDays()));
        }
        var query = new RequestQuery(
                reading.numbers(),
                reading.services(services),
                from,
                until,
                reading.open(),
                reading.number("page", 1, LAST_PAGE),
                extended ? Math.min(size, MOST_EXTENDED_ROWS) : size,
                reading.cursor(),
                extended);
        if (!reading.faults.isEmpty()) {
            throw new RequestFault(reading.faults);
        }
        return query;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static final class Reading {

        private final MultiValueMap<String, String> parameters;
        private final List<Fault> faults = new ArrayList<>();

        Reading(MultiValueMap<String, String> parameters) {
            this.parameters = parameters;
        }

        /** Of a parameter that is given several times, with commas, or both. */
        Set<String> words(String name) {
            return parameters.getOrDefault(name, List.of()).stream()
                    .flatMap(value -> Stream.of(value.split(",")))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        Optional<String> word(String name) {
            return Optional.ofNullable(parameters.getFirst(name))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty());
        }

        /** An id that is none was never given to anybody, and is not found like any other. */
        Optional<Set<ConcernNumber>> numbers() {
            var words = words("service_request_id");
            if (words.size() > MOST_ROWS) {
                faults.add(Fault.wrong("too-many-ids", MOST_ROWS));
            }
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(words.stream()
                            .flatMap(word -> ConcernNumber.parse(word).stream())
                            .collect(Collectors.toSet()));
        }

        Set<String> services(Services services) {
            var codes = words("service_code");
            codes.stream()
                    .filter(code -> !services.knows(code))
                    .findFirst()
                    .ifPresent(code -> faults.add(Fault.notThere("service-unknown", code)));
            return codes;
        }

        Optional<Boolean> open() {
            var statuses = words("status");
            if (!Set.of("open", "closed").containsAll(statuses)) {
                faults.add(Fault.wrong("status-unknown", String.join(",", statuses)));
            }
            return statuses.size() == 1 ? Optional.of(statuses.contains("open")) : Optional.empty();
        }

        Optional<Instant> moment(String name) {
            var text = word(name);
            var moment = text.flatMap(Moments::parse);
            if (text.isPresent() && moment.isEmpty()) {
                faults.add(Fault.wrong("date-unclear", name, text.get()));
            }
            return moment;
        }

        int number(String name, int otherwise, int most) {
            var text = word(name);
            if (text.isEmpty()) {
                return otherwise;
            }
            if (!text.get().matches("[0-9]{1,9}")
                    || Integer.parseInt(text.get()) < 1
                    || Integer.parseInt(text.get()) > most) {
                faults.add(Fault.wrong("number-unclear", name, Integer.toString(most)));
                return otherwise;
            }
            return Integer.parseInt(text.get());
        }

        Cursor cursor() {
            var text = word("cursor");
            var cursor = text.flatMap(Cursor::parse).filter(it -> Moments.isUsable(it.time()));
            if (text.isPresent() && cursor.isEmpty()) {
                faults.add(Fault.wrong("cursor-unclear"));
            }
            return cursor.orElse(Cursor.LAST);
        }
    }
}
