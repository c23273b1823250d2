package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is written. Whatever was kept since a form was opened, here or by others, stays: both are put together. */
@Component
class SavingDrafts {

    /**
     * @param elsewhere whether something came to it from another page of his, or from another person's text
     * @param clashes where both changed the same
     */
    record Saved(Draft draft, boolean elsewhere, List<Merging.Clash> clashes) {}

    private final Drafts drafts;
    private final Newsdesk desk;
    private final Revisions revisions;

    SavingDrafts(Drafts drafts, Newsdesk desk, Revisions revisions) {
        this.drafts = drafts;
        this.desk = desk;
        this.revisions = revisions;
    }

    /** @param opened what the form was filled with */
    @Transactional
    Saved save(Draft opened, Draft typed, Actor.Member by) {
        if (typed.id() == 0) {
            return new Saved(drafts.save(typed), false, List.of());
        }
        var kept = drafts.hold(typed.id(), by.person());
        var same = kept.version() == opened.version() && kept.id() == opened.id();
        var here = same ? Merging.none(typed) : Merging.of(opened, typed, kept);
        var there = onNewest(here.draft().as(kept), by);
        var clashes = new ArrayList<>(here.clashes());
        clashes.addAll(there.clashes());
        var elsewhere = !same && !kept.says(opened) || !there.draft().base().equals(kept.base());
        return new Saved(drafts.save(there.draft()), elsewhere, clashes);
    }

    /** By itself, while he writes: only onto what he sees. Conflict where it is another one by now. */
    @Transactional
    Draft keep(Draft typed, Actor.Member by) {
        if (typed.id() == 0) {
            return drafts.save(typed);
        }
        var kept = drafts.hold(typed.id(), by.person());
        if (kept.version() != typed.version()) {
            throw new Refusal.Conflict("news-draft-changed");
        }
        return kept.says(typed) ? kept : drafts.save(typed);
    }

    /** Of an article that has another text by now; who may not see it any more is not shown it here either. */
    private Merging onNewest(Draft draft, Actor.Member by) {
        if (draft.article().isEmpty() || draft.base().isEmpty()) {
            return Merging.none(draft);
        }
        try {
            var held = desk.open(draft.article().get(), by);
            var newest = held.revision();
            if (newest.id() == draft.base().get()) {
                return Merging.none(draft);
            }
            var begun =
                    Draft.of(held.article(), revisions.get(draft.base().get()).content(), by.person());
            var now = Draft.of(held.article(), newest.content(), by.person());
            return Merging.of(begun, draft.begunFrom(newest.id()), now);
        } catch (Refusal.NotFound notForHim) {
            return Merging.none(draft);
        }
    }
}
