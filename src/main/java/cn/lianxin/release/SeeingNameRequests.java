package cn.lianxin.release;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.NamesInConfidence;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who sees which requests: the reporter all of his, those who work on it all of it, those who may decide what is open. */
@Component
public class SeeingNameRequests {

    /** @param mayDecide whether this reader may say yes or no to it */
    record Seen(NameRequest request, boolean mayDecide) {}

    /**
     * The page of one concern.
     *
     * @param mayAsk whether this reader may ask for the name at this moment
     * @param shown whether he may look at it now
     * @param known whether he sees it anyway, as one of the receiving office
     */
    record Page(List<Seen> requests, boolean mayAsk, boolean shown, boolean known) {}

    /** What waits for this reader's word, and what names he may look at now. */
    record Work(List<NameRequest> open, List<NameRequest> shown) {}

    private final NameRequests requests;
    private final NamesInConfidence names;
    private final Clock clock;

    SeeingNameRequests(NameRequests requests, NamesInConfidence names, Clock clock) {
        this.requests = requests;
        this.names = names;
        this.clock = clock;
    }

    /** Newest first, for whoever raised it in confidence; for everybody else there is none. */
    @Transactional(readOnly = true)
    public List<NameRequest> ofHisOwn(ConcernNumber number, Actor speaker) {
        return names.raisedBy(number, speaker).map(requests::of).orElseGet(List::of);
    }

    /** NotFound for whoever raised it, who has a page of his own, and for whom it is not. */
    @Transactional(readOnly = true)
    Page page(ConcernNumber number, Actor actor) {
        var member = ReleasingNames.member(actor);
        var about = names.about(number, member);
        if (about.mine()) {
            throw new Refusal.NotFound();
        }
        var all = requests.of(about.concern());
        return new Page(
                all.stream()
                        .map(one -> new Seen(one, one.isOpen() && Deciders.mayDecide(one, about, member)))
                        .toList(),
                Deciders.mayAsk(about) && all.stream().noneMatch(NameRequest::isOpen),
                all.stream().anyMatch(one -> one.shows(member.person(), clock.instant())),
                about.knowsName());
    }

    /** What he may not see is not there. */
    @Transactional(readOnly = true)
    Work work(Actor actor) {
        var member = ReleasingNames.member(actor);
        return new Work(
                requests.open().stream().filter(one -> mayDecide(one, member)).toList(),
                requests.shownTo(member.person()).stream()
                        .filter(one -> names.find(number(one), member).isPresent())
                        .toList());
    }

    private boolean mayDecide(NameRequest request, Actor.Member member) {
        return names.find(number(request), member)
                .filter(about -> Deciders.mayDecide(request, about, member))
                .isPresent();
    }

    private static ConcernNumber number(NameRequest request) {
        return ConcernNumber.parse(request.number()).orElseThrow();
    }
}
