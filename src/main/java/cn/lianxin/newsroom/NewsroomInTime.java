package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.reprint.Reprint;
import cn.lianxin.textcheck.Answers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The same activities at another time, for the invented enterprise. */
@Component
public class NewsroomInTime {

    private final Newsdesk desk;
    private final SubmittingArticles submitting;
    private final ReviewingArticles reviewing;
    private final PublishingArticles publishing;

    /** What somebody hands in; pictures are files that were taken before. */
    public record Piece(
            String channel, String title, String byline, String text, Reprint reprint, List<Picture> pictures) {}

    public record Picture(UUID attachment, String alternativeText, String caption) {}

    NewsroomInTime(
            Newsdesk desk, SubmittingArticles submitting, ReviewingArticles reviewing, PublishingArticles publishing) {
        this.desk = desk;
        this.submitting = submitting;
        this.reviewing = reviewing;
        this.publishing = publishing;
    }

    /** Answers its number. */
    public long submit(Piece piece, Actor.Member author, Clock clock) {
        return submitting.on(desk.on(clock)).send(Draft.of(piece, author.person()), Answers.NONE, author);
    }

    public void pass(long article, int errors, Actor.Member by, Clock clock) {
        var desk = this.desk.on(clock);
        reviewing.on(desk).pass(article, desk.open(article, by).revision().digest(), errors, Answers.NONE, by);
    }

    @Transactional
    public void sendBack(long article, String reason, Actor.Member by, Clock clock) {
        var desk = this.desk.on(clock);
        reviewing.on(desk).sendBack(article, desk.open(article, by).revision().digest(), reason, by);
    }

    @Transactional
    public void publish(long article, Actor.Member by, Clock clock) {
        publishing.on(desk.on(clock)).publish(article, Answers.NONE, by);
    }
}
