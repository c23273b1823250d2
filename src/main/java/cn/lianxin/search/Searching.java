package cn.lianxin.search;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.FoundConcern;
import cn.lianxin.concern.SeekingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.organization.Sight;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.index.Asked;
import cn.lianxin.platform.index.Hit;
import cn.lianxin.platform.index.Place;
import cn.lianxin.platform.index.SoughtWords;
import cn.lianxin.platform.index.TextIndex;
import cn.lianxin.platform.index.Tier;
import cn.lianxin.platform.text.Grams;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds, for one actor. The index proposes; what it proposes is shown only as far as its room lets this actor see it. */
@Component
class Searching {

    static final int PAGE_SIZE = 20;
    private static final int MOST_NAMES = 5;
    private static final int AT_FIRST = 40;
    private static final int AT_ONCE = 640;

    /** Far more than what he may come near and still not see; a search has to end. */
    private static final int MOST_ROUNDS = 16;

    private final LiveIndex live;
    private final SeekingConcerns concerns;
    private final Units units;
    private final Sight sight;
    private final Matters matters;

    Searching(LiveIndex live, SeekingConcerns concerns, Units units, Sight sight, Matters matters) {
        this.live = live;
        this.concerns = concerns;
        this.units = units;
        this.sight = sight;
        this.matters = matters;
    }

    Found find(Wish wish, Door door, Actor actor) {
        var typed =
                ConcernNumber.parse(wish.words()).map(ConcernNumber::toString).orElse(wish.words());
        var words = SoughtWords.of(typed);
        if (words.isEmpty() && !(wish.q().isBlank() && wish.narrows())) {
            return Found.NOTHING;
        }
        var after = Place.parse(wish.after());
        var names = after.isEmpty() && !wish.narrows();
        var foundUnits = names && actor instanceof Actor.Member ? units.find(typed, MOST_NAMES) : List.<Units.Unit>of();
        var foundPeople = names ? people(typed, actor) : List.<PersonCard>of();
        var index = live.current();
        if (index.isEmpty()) {
            return new Found(true, foundUnits, foundPeople, List.of(), Optional.empty());
        }
        var hits = visible(index.get(), asked(wish, words, actor), after, actor);
        var shown = hits.subList(0, Math.min(PAGE_SIZE, hits.size()));
        return new Found(
                false,
                foundUnits,
                foundPeople,
                lines(shown, after, words, door, actor),
                hits.size() > PAGE_SIZE ? Optional.of(shown.getLast().place().toString()) : Optional.empty());
    }

    /** The pages of people are the administrator's; for everybody else nobody is there to be found. */
    private List<PersonCard> people(String typed, Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var found = sight.search(typed, MOST_NAMES, actor);
        return found.isEmpty() ? sight.search(Grams.normal(typed), MOST_NAMES, actor) : found;
    }

    private Asked asked(Wish wish, SoughtWords words, Actor actor) {
        var facts = new ArrayList<Collection<String>>();
        switch (wish.state()) {
            case "open" -> facts.add(List.of("over:false"));
            case "over" -> facts.add(List.of("over:true"));
            default -> {}
        }
        units.byCode(wish.unit())
                .ifPresent(unit -> facts.add(
                        units.below(unit.id()).stream().map(id -> "unit:" + id).toList()));
        var ofMatter = matters.all().stream()
                .map(Matter::code)
                .filter(code ->
                        code.equals(wish.matter()) || code.substring(0, 1).equals(wish.matter()))
                .map(code -> "matter:" + code)
                .toList();
        if (!ofMatter.isEmpty()) {
            facts.add(ofMatter);
        }
        return new Asked(
                words,
                Optional.of(concerns.keys(actor)),
                facts,
                wish.first().map(Searching::beginning),
                wish.last().map(day -> beginning(day.plusDays(1))),
                wish.newest());
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(Screen.ZONE).toInstant();
    }

    /** One more than a page where there are more. */
    private List<Hit> visible(TextIndex index, Asked asked, Optional<Place> after, Actor actor) {
        var visible = new ArrayList<Hit>();
        var from = after;
        var most = AT_FIRST;
        for (var round = 0; round < MOST_ROUNDS && visible.size() <= PAGE_SIZE; round++) {
            var hits = find(index, asked, from, most);
            var seen = concerns.visible(hits.stream().map(Hit::id).toList(), actor);
            hits.stream().filter(hit -> seen.contains(hit.id())).forEach(visible::add);
            if (hits.size() < most) {
                break;
            }
            from = Optional.of(hits.getLast().place());
            most = Math.min(AT_ONCE, most * 2);
        }
        return visible;
    }

    private static List<Hit> find(TextIndex index, Asked asked, Optional<Place> after, int most) {
        try {
            return index.find(asked, after, most);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private List<FoundLine> lines(List<Hit> hits, Optional<Place> after, SoughtWords words, Door door, Actor actor) {
        var ids = hits.stream().map(Hit::id).toList();
        Map<Long, FoundConcern> shown = concerns.shown(ids, door, actor).stream()
                .collect(Collectors.toMap(found -> found.row().id(), Function.identity()));
        var lines = new ArrayList<FoundLine>();
        var before = after.map(Place::tier).orElse(words.isEmpty() ? Tier.ALL : Tier.PHRASE);
        for (var hit : hits) {
            var found = shown.get(hit.id());
            if (found != null) {
                lines.add(FoundLine.of(found, hit.tier(), hit.tier() != before, words));
                before = hit.tier();
            }
        }
        return lines;
    }
}
