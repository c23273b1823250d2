package cn.lianxin.open311;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Cursor;
import cn.lianxin.concern.Extract;
import cn.lianxin.concern.ExtractFilter;
import cn.lianxin.concern.Extracts;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.TalkLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.Content;
import cn.lianxin.platform.audit.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a caller may read: an application what its receipts open, a person what he may see, nobody nothing. There is no
 * public ledger yet; what will stand in it, everybody will read here.
 */
@Component
class ServiceRequests {

    private static final int FILINGS_AT_ONCE = 500;

    private final Filings filings;
    private final Extracts extracts;
    private final ReadingConcerns reading;

    ServiceRequests(Filings filings, Extracts extracts, ReadingConcerns reading) {
        this.filings = filings;
        this.extracts = extracts;
        this.reading = reading;
    }

    /** The newest first, with the cursor of the next ones. */
    @Transactional
    Page<Extract> list(RequestQuery query, Caller caller) {
        var page = found(query, caller);
        return new Page<>(handedOut(page.rows(), caller), page.next());
    }

    private Page<Extract> found(RequestQuery query, Caller caller) {
        return switch (caller) {
            case Caller.Nobody _ -> new Page<>(List.of(), Optional.empty());
            case Caller.Person person -> visible(query, person.actor());
            case Caller.Program program ->
                query.numbers().isPresent()
                        ? new Page<>(numbered(query.numbers().get(), program), Optional.empty())
                        : filed(query, program);
        };
    }

    /** Not found, where it is not for this caller. */
    @Transactional
    Extract get(String id, Caller caller) {
        var extract =
                ConcernNumber.parse(id).flatMap(number -> find(number, caller)).orElseThrow(Refusal.NotFound::new);
        return handedOut(List.of(extract), caller).getFirst();
    }

    private List<Extract> handedOut(List<Extract> rows, Caller caller) {
        return caller instanceof Caller.Known known ? extracts.handedOut(rows, Door.OPEN311, known.actor()) : List.of();
    }

    /** What happened, as the worker reads it. */
    @Transactional
    List<TalkLine> history(Extract extract, Caller caller) {
        return reading.history(extract.number(), Door.OPEN311, reader(extract.number(), caller));
    }

    /** A file that came with the filing; what the worker gave later was not given to this caller. */
    @Transactional
    Content file(String id, UUID file, Caller caller) {
        var extract = get(id, caller);
        if (!extract.files().contains(file)) {
            throw new Refusal.NotFound();
        }
        return reading.attachment(extract.number(), file, false, Door.OPEN311, reader(extract.number(), caller));
    }

    private Optional<Extract> find(ConcernNumber number, Caller caller) {
        return switch (caller) {
            case Caller.Nobody _ -> Optional.empty();
            case Caller.Program program ->
                numbered(Set.of(number), program).stream().findFirst();
            case Caller.Person person ->
                extracts.visible(ExtractFilter.of(Set.of(number)), Cursor.LAST, 0, 1, person.actor()).stream()
                        .findFirst();
        };
    }

    private Actor reader(ConcernNumber number, Caller caller) {
        return switch (caller) {
            case Caller.Nobody _ -> throw new Refusal.NotFound();
            case Caller.Person person -> person.actor();
            case Caller.Program program ->
                filings.numbered(program.application(), Set.of(number)).stream()
                        .map(filing -> filing.holder(program.actor()))
                        .findFirst()
                        .orElseThrow(Refusal.NotFound::new);
        };
    }

    private Page<Extract> visible(RequestQuery query, Actor.Member person) {
        var oneMore = extracts.visible(query.filter(), query.cursor(), query.skip(), query.size() + 1, person);
        return Page.of(oneMore, query.size(), row -> new Cursor(row.filedAt(), row.id()).toString());
    }

    private List<Extract> numbered(Set<ConcernNumber> numbers, Caller.Program program) {
        return opened(filings.numbered(program.application(), numbers), ExtractFilter.of(numbers)).stream()
                .map(Opened::extract)
                .toList();
    }

    /** Filings lie here and their states with the concerns, so it looks through both until the page is full. */
    private Page<Extract> filed(RequestQuery query, Caller.Program program) {
        var found = new ArrayList<Opened>();
        var skip = query.skip();
        var cursor = query.cursor();
        while (found.size() <= query.size()) {
            var some = filings.newest(program.application(), query.from(), query.until(), cursor, FILINGS_AT_ONCE);
            for (var opened : opened(some, query.filter())) {
                if (skip > 0) {
                    skip--;
                } else {
                    found.add(opened);
                }
            }
            if (some.size() < FILINGS_AT_ONCE) {
                break;
            }
            cursor = cursorOf(some.getLast());
        }
        var page = Page.of(
                found.subList(0, Math.min(found.size(), query.size() + 1)),
                query.size(),
                row -> cursorOf(row.filing()).toString());
        return new Page<>(page.rows().stream().map(Opened::extract).toList(), page.next());
    }

    /** In the order of the filings; what a receipt opens besides, a part that was split off, is not theirs. */
    private List<Opened> opened(List<Filing> some, ExtractFilter filter) {
        if (some.isEmpty()) {
            return List.of();
        }
        var byNumber = extracts.openedBy(some.stream().map(Filing::receipt).toList(), filter).stream()
                .collect(Collectors.toMap(Extract::number, Function.identity()));
        var opened = new ArrayList<Opened>();
        for (var filing : some) {
            var extract = byNumber.get(filing.number());
            if (extract != null) {
                opened.add(new Opened(filing, extract));
            }
        }
        return opened;
    }

    private static Cursor cursorOf(Filing filing) {
        return new Cursor(filing.filedAt(), filing.id());
    }

    private record Opened(Filing filing, Extract extract) {}
}
