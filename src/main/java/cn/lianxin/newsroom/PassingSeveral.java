package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.ReviewingArticles.Way;
import cn.lianxin.textcheck.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A reviewer passes in one go what he has read before, each for itself: one that is refused holds up no other. */
@Component
class PassingSeveral {

    private static final Pattern TICKED = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");
    private static final int MOST = 100;

    /**
     * What became of one of them.
     *
     * @param title empty where he may not see it
     * @param refusal why it was not passed; empty where it was
     */
    record Result(long article, String title, Optional<Refusal> refusal) {}

    private final ReviewingArticles reviewing;
    private final Openings openings;
    private final Newsdesk desk;

    PassingSeveral(ReviewingArticles reviewing, Openings openings, Newsdesk desk) {
        this.reviewing = reviewing;
        this.openings = openings;
        this.desk = desk;
    }

    /** @param ticked each the number of an article, a colon, and the digest of the text that was ticked */
    List<Result> pass(List<String> ticked, Actor.Member by) {
        var wanted = new LinkedHashMap<Long, String>();
        for (var one : ticked.stream().limit(MOST).toList()) {
            var match = TICKED.matcher(one);
            if (match.matches()) {
                wanted.putIfAbsent(Long.parseLong(match.group(1)), match.group(2));
            }
        }
        return wanted.entrySet().stream()
                .map(one -> attempt(one.getKey(), one.getValue(), by))
                .toList();
    }

    private Result attempt(long article, String digest, Actor.Member by) {
        try {
            if (!openings.of(by.person(), List.of(article)).containsKey(article)) {
                throw new Refusal.Conflict("news-not-opened");
            }
            return new Result(
                    article, reviewing.pass(article, digest, 0, Answers.NONE, by, Way.BY_HAND), Optional.empty());
        } catch (Refusal refused) {
            return new Result(article, title(article, by), Optional.of(refused));
        }
    }

    private String title(long article, Actor.Member by) {
        try {
            return desk.open(article, by).revision().content().title();
        } catch (Refusal.NotFound hidden) {
            return "";
        }
    }
}
