package cn.lianxin.search;

import cn.lianxin.concern.ConcernRow;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.index.Place;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one box for programs: the concerns alone that the page would show, in the same order. */
@Component
public class FindingConcerns {

    private final Searching searching;

    FindingConcerns(Searching searching) {
        this.searching = searching;
    }

    /**
     * Refused as {@code search-not-ready} for the moment in which the index is made for the first time.
     *
     * @param after where the page before ended, as {@link Page#next} told it
     */
    public Page<ConcernRow> find(String words, Optional<String> after, Door door, Actor actor) {
        var found = searching.find(new Wish(words, "", "", "", "", "", "", after.orElse("")), door, actor);
        if (found.making()) {
            throw new Refusal.Conflict("search-not-ready");
        }
        return new Page<>(found.lines().stream().map(FoundLine::row).toList(), found.next());
    }

    /** The place in a list, empty where this is none. */
    public static Optional<String> place(String text) {
        return Place.parse(text).map(Place::toString);
    }
}
