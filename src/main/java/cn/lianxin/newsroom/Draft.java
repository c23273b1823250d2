package cn.lianxin.newsroom;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.reprint.Reprint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody is writing; nobody but he sees it.
 *
 * @param id zero until it is kept
 * @param article of which it is to become the next text, empty for a new one
 * @param base the text that it was begun from
 * @param reason why it differs; of a correction readers are told so
 * @param version how often it was saved; zero until it is kept
 */
record Draft(
        long id,
        PersonId person,
        Optional<Long> article,
        Optional<Long> base,
        String channel,
        String title,
        String byline,
        String text,
        Reprint reprint,
        List<Picture> pictures,
        String reason,
        int version) {

    Draft {
        pictures = List.copyOf(pictures);
    }

    record Picture(UUID attachment, String alternativeText, String caption) {}

    static Draft empty(PersonId person, String channel, String byline) {
        return new Draft(
                0, person, Optional.empty(), Optional.empty(), channel, "", byline, "", Reprint.NONE, List.of(), "", 0);
    }

    static Draft of(NewsroomInTime.Piece piece, PersonId person) {
        return new Draft(
                0,
                person,
                Optional.empty(),
                Optional.empty(),
                piece.channel(),
                piece.title(),
                piece.byline(),
                piece.text(),
                piece.reprint(),
                piece.pictures().stream()
                        .map(one -> new Picture(one.attachment(), one.alternativeText(), one.caption()))
                        .toList(),
                "",
                0);
    }

    static Draft of(Article article, Content content, PersonId person) {
        return new Draft(
                0,
                person,
                Optional.of(article.id()),
                Optional.of(article.work().revision()),
                article.channel(),
                content.title(),
                content.byline(),
                content.text(),
                content.reprint(),
                content.pictures().stream()
                        .map(one -> new Picture(one.attachment(), one.alternativeText(), one.caption()))
                        .toList(),
                "",
                0);
    }

    /** The same words as those of another one: whose it is, of which article, from which text. */
    Draft as(Draft other) {
        return new Draft(
                other.id,
                other.person,
                other.article,
                other.base,
                channel,
                title,
                byline,
                text,
                reprint,
                pictures,
                reason,
                other.version);
    }

    Draft begunFrom(long revision) {
        return new Draft(
                id,
                person,
                article,
                Optional.of(revision),
                channel,
                title,
                byline,
                text,
                reprint,
                pictures,
                reason,
                version);
    }

    Draft kept(long number, int saves) {
        return new Draft(number, person, article, base, channel, title, byline, text, reprint, pictures, reason, saves);
    }

    /** Whether both say the same. */
    boolean says(Draft other) {
        return equals(other.as(this));
    }
}
