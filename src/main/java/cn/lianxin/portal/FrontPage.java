package cn.lianxin.portal;

import cn.lianxin.newsroom.ArticleKind;
import cn.lianxin.newsroom.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How the front page is made up: one lead with a picture, two seconds, the strip of what is short and urgent, one picture, then the
 * channels. Nothing stands on it twice.
 */
record FrontPage(
        Optional<Story> lead,
        List<Story> seconds,
        List<Story> bulletins,
        List<Story> pictures,
        List<Section> sections) {

    private static final Set<String> LEADING = Set.of("headline", "focus", "feature", "safety", "people");
    private static final int SECONDS = 2;
    private static final int BULLETINS = 6;
    private static final int PICTURES = 3;
    private static final int OF_A_SECTION = 4;

    /** A channel with its newest that stand nowhere above. */
    record Section(Channel channel, List<Story> stories) {}

    /** @param all the newest of each channel, in the order of the channels; of those that are not shown any more none is taken */
    static FrontPage of(List<Story> all, List<Channel> channels) {
        var codes = channels.stream().map(Channel::code).collect(Collectors.toSet());
        var newest =
                all.stream().filter(story -> codes.contains(story.channel())).toList();
        var used = new HashSet<Long>();
        var byDate = newest.stream()
                .sorted(Comparator.comparing(Story::firstAt)
                        .thenComparing(Story::id)
                        .reversed())
                .toList();
        var lead = byDate.stream()
                .filter(story -> LEADING.contains(story.channel()) && story.pictures() > 0)
                .findFirst()
                .or(() -> byDate.stream()
                        .filter(story -> story.kind() == ArticleKind.TEXT)
                        .findFirst());
        lead.ifPresent(story -> used.add(story.id()));
        var seconds = take(byDate, used, SECONDS, story -> LEADING.contains(story.channel()));
        var bulletins = take(byDate, used, BULLETINS, story -> story.kind() == ArticleKind.BULLETIN);
        var pictures =
                take(byDate, used, PICTURES, story -> story.kind() == ArticleKind.PICTURES && story.pictures() > 0);
        Map<String, List<Story>> rest = new LinkedHashMap<>();
        newest.stream()
                .filter(story -> !used.contains(story.id()))
                .forEach(story -> rest.computeIfAbsent(story.channel(), _ -> new ArrayList<>())
                        .add(story));
        var sections = channels.stream()
                .filter(channel -> rest.containsKey(channel.code()))
                .map(channel -> new Section(
                        channel,
                        rest.getOrDefault(channel.code(), List.of()).stream()
                                .limit(OF_A_SECTION)
                                .toList()))
                .toList();
        return new FrontPage(lead, seconds, bulletins, pictures, sections);
    }

    private static List<Story> take(List<Story> from, Set<Long> used, int most, Predicate<Story> which) {
        var taken = from.stream()
                .filter(story -> !used.contains(story.id()))
                .filter(which)
                .limit(most)
                .toList();
        taken.forEach(story -> used.add(story.id()));
        return taken;
    }
}
