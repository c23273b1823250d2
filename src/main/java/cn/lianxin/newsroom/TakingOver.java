package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.NewsroomInTime.Piece;
import cn.lianxin.textcheck.Answers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 搬家: what was printed elsewhere comes in as a submission of whoever answers for it, and is passed by as many as everything else. */
@Component
public class TakingOver {

    public static final int LONGEST_TITLE = Content.LONGEST_TITLE;
    public static final int LONGEST_BYLINE = Content.LONGEST_LINE;
    public static final int LONGEST_TEXT = Content.LONGEST_TEXT;
    public static final int LONGEST_ALTERNATIVE = Content.LONGEST_ALTERNATIVE;
    public static final int MOST_PICTURES = Content.MOST_PICTURES;

    private final SubmittingArticles submitting;

    TakingOver(SubmittingArticles submitting) {
        this.submitting = submitting;
    }

    /**
     * Answers its number; refuses as every submission is refused.
     *
     * @param whence where it comes from, as the course of the article says it
     * @param former whether readers had it before, so that it is no news here
     * @param answers to what the text check wants to be asked of everybody; editors are asked again
     */
    @Transactional
    public long handIn(Piece piece, String whence, boolean former, Answers answers, Actor.Member by) {
        return submitting.takeOver(Draft.of(piece, by.person()), whence, former, answers, by);
    }
}
