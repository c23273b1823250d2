package cn.lianxin.likeness;

import cn.lianxin.concern.ComparableConcern;
import cn.lianxin.concern.ComparingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.likeness.Like;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which concerns are like some words. By {@link Like#share()} of about 0.5 both mostly speak of the same. Protected ones are
 * never among them, but for those that somebody raised himself.
 */
@Component
public class LikeConcerns {

    private static final int MORE = 4;
    private static final int MOST_OWN = 50;

    private final LiveLikeness live;
    private final ComparingConcerns concerns;

    LikeConcerns(LiveLikeness live, ComparingConcerns concerns) {
        this.live = live;
        this.concerns = concerns;
    }

    /** An open concern of anybody, to be counted and joined; not one word of it is told. */
    public record Open(ComparableConcern concern, double share) {}

    /** One that he raised himself. */
    public record Own(ComparableConcern concern, double share) {}

    /** Open at this moment, likest first. */
    public List<Open> openAlike(String text, int most) {
        var likest =
                live.current().map(compared -> compared.open(text, most * MORE)).orElse(List.of());
        Map<Long, ComparableConcern> now = concerns
                .now(likest.stream().map(Like::id).toList())
                .stream()
                .collect(Collectors.toMap(ComparableConcern::id, Function.identity()));
        return likest.stream()
                .filter(like -> {
                    var one = now.get(like.id());
                    return one != null && one.fit() && one.open();
                })
                .map(like -> new Open(Objects.requireNonNull(now.get(like.id())), like.share()))
                .limit(most)
                .toList();
    }

    /** Answered ones that the actor may see, likest first. */
    public List<Like> decidedAlike(String text, int most, Actor actor) {
        var likest = live.current()
                .map(compared -> compared.decided(text, most * MORE, concerns.keys(actor)))
                .orElse(List.of());
        var visible = concerns.visible(likest.stream().map(Like::id).toList(), actor);
        return likest.stream()
                .filter(like -> visible.contains(like.id()))
                .limit(most)
                .toList();
    }

    /** What he raised himself and nobody has answered, likest first; works with this room switched off too. */
    public List<Own> ownAlike(String text, int most, Actor actor) {
        var compared = live.current().orElseGet(Compared::new);
        return concerns.ownOpen(actor, MOST_OWN).stream()
                .map(own -> new Own(own, compared.share(text, own)))
                .sorted(Comparator.comparingDouble(Own::share).reversed())
                .limit(most)
                .toList();
    }
}
