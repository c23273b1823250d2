package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.Newsdesk.Held;
import cn.lianxin.newsroom.Newsdesk.Said;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.reprint.Reprints;
import cn.lianxin.textcheck.Answers;
import cn.lianxin.textcheck.Occasion;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 投稿: anybody with an account hands in, takes back, and hands in again what came back; and every later text comes in here. */
@Component
class SubmittingArticles {

    private final Newsdesk desk;
    private final Articles articles;
    private final Revisions revisions;
    private final Channels channels;
    private final Drafts drafts;
    private final Attachments attachments;
    private final Directory directory;
    private final CheckingTexts checking;
    private final Reprints reprinting;

    SubmittingArticles(
            Newsdesk desk,
            Articles articles,
            Revisions revisions,
            Channels channels,
            Drafts drafts,
            Attachments attachments,
            Directory directory,
            CheckingTexts checking,
            Reprints reprinting) {
        this.desk = desk;
        this.articles = articles;
        this.revisions = revisions;
        this.channels = channels;
        this.drafts = drafts;
        this.attachments = attachments;
        this.directory = directory;
        this.checking = checking;
        this.reprinting = reprinting;
    }

    SubmittingArticles on(Newsdesk other) {
        return new SubmittingArticles(
                other, articles, revisions, channels, drafts, attachments, directory, checking, reprinting);
    }

    /** As it was left, or a new one of the present text. NotAllowed where he may not write another text of it now. */
    @Transactional
    Draft draftOf(long id, Actor.Member by) {
        var held = desk.open(id, by);
        if (rights(held).isEmpty()) {
            throw new Refusal.NotAllowed("news-not-yours");
        }
        return drafts.of(id, by.person())
                .orElseGet(() ->
                        drafts.save(Draft.of(held.article(), held.revision().content(), by.person())));
    }

    /** How a text of his would come in: as its author's second one, by an editor while it is read, or as a correction. */
    Optional<ArticleDeed> rights(Held held) {
        var article = held.article();
        var own = article.author().equals(held.by().person());
        if (own && article.work().state() == Working.SENT_BACK && article.face().standing() == Standing.UNPUBLISHED) {
            return Optional.of(ArticleDeed.SUBMITTED_AGAIN);
        }
        if (article.awaitsLast()) {
            return Optional.empty();
        }
        if (held.procedure()
                .permits(ArticleRight.EDIT, article.work().state(), held.by().roles())) {
            return Optional.of(ArticleDeed.EDITED);
        }
        var idle = article.work().state() == Working.SETTLED || article.work().state() == Working.SENT_BACK;
        return idle
                        && held.procedure()
                                .permits(
                                        ArticleRight.CORRECT,
                                        article.face().standing(),
                                        held.by().roles())
                ? Optional.of(ArticleDeed.CORRECTION_BEGUN)
                : Optional.empty();
    }

    /** What he has written so far becomes the next text, or a new article; answers its number. Refuses as {@link Content} and the text check do. */
    @Transactional
    long send(Draft draft, Answers answers, Actor.Member by) {
        var id = draft.article().isPresent()
                ? sendAgain(draft, draft.article().get(), answers, by)
                : sendNew(draft, answers, by);
        drafts.remove(draft);
        return id;
    }

    /** What he did not write and answers for; nobody is called because of it, whatever the channel. Refuses as {@link #send} does. */
    @Transactional
    long takeOver(Draft draft, String whence, boolean former, Answers answers, Actor.Member by) {
        var begun = begin(draft, answers, by);
        if (former) {
            articles.isFormer(begun.article().id());
        }
        desk.write(begun.article(), ArticleDeed.SUBMITTED, new Said(whence, ""), Optional.of(begun.hand()));
        return begun.article().id();
    }

    private record Begun(Article article, Hand hand) {}

    private long sendNew(Draft draft, Answers answers, Actor.Member by) {
        var begun = begin(draft, answers, by);
        desk.done(begun.article(), ArticleDeed.SUBMITTED, Said.NOTHING, Optional.of(begun.hand()));
        return begun.article().id();
    }

    private Begun begin(Draft draft, Answers answers, Actor.Member by) {
        var channel = channels.find(draft.channel())
                .filter(Channel::taking)
                .orElseThrow(() -> new Refusal.Violation("channel", "news-channel"));
        var unit = directory.person(by.person()).unit().orElseThrow(() -> new Refusal.Violation("", "news-no-unit"));
        var content = content(draft, unitName(unit), channel.kind());
        var now = desk.now();
        reprinting.mustBePermitted(content.reprint(), unit, now);
        var id = articles.add(channel, by.person(), unit, now);
        var revision = revisions.add(id, 1, content, by.person(), "", now);
        articles.begin(id, revision);
        var article = articles.hold(id);
        var hand = Hand.of(by, directory.upwards(unit));
        checking.mustSuit(article, revisions.get(revision), Occasion.SUBMITTED, answers, hand);
        return new Begun(article, hand);
    }

    private long sendAgain(Draft draft, long id, Answers answers, Actor.Member by) {
        var held = desk.hold(id, by);
        var article = held.article();
        var deed = rights(held).orElseThrow(() -> new Refusal.Conflict("news-moved-on"));
        var before = held.revision();
        if (draft.base().filter(base -> base == before.id()).isEmpty()) {
            throw new Refusal.Conflict("news-text-changed");
        }
        var content = content(draft, before.content().unitName(), article.kind());
        reprinting.mustBePermitted(content.reprint(), article.unit(), desk.now());
        var reason = deed == ArticleDeed.SUBMITTED_AGAIN ? draft.reason() : Said.reasoned(draft.reason());
        if (deed != ArticleDeed.SUBMITTED_AGAIN && content.digest().equals(before.digest())) {
            throw new Refusal.Violation("text", "news-nothing-changed");
        }
        var round = deed == ArticleDeed.EDITED ? before.round() : article.work().round() + 1;
        var revision = revisions.add(id, round, content, by.person(), reason, desk.now());
        checking.mustSuit(article, revisions.get(revision), Occasion.SUBMITTED, answers, held.by());
        var after =
                switch (deed) {
                    case SUBMITTED_AGAIN -> article.submitAgain(revision, by.person());
                    case EDITED -> article.edit(revision, held.procedure(), held.by());
                    default -> article.correct(revision, held.procedure(), held.by());
                };
        desk.done(after, held, deed, new Said(reason, ""));
        return id;
    }

    private Content content(Draft draft, String unitName, ArticleKind kind) {
        if (Merging.unsettled(draft.text()) || Merging.unsettled(draft.reason())) {
            throw new Refusal.Violation("text", "news-unsettled");
        }
        var pictures = draft.pictures();
        attachments.keep(pictures.stream()
                .map(picture -> new AttachmentId(picture.attachment()))
                .toList());
        List<Content.Picture> kept = pictures.stream()
                .map(picture -> new Content.Picture(
                        picture.attachment(),
                        attachments.get(new AttachmentId(picture.attachment())).version(),
                        picture.alternativeText(),
                        picture.caption()))
                .toList();
        return new Content(draft.title(), draft.byline(), unitName, draft.text(), draft.reprint(), kept).mustSuit(kind);
    }

    private String unitName(UnitId unit) {
        return directory.pathName(unit);
    }

    @Transactional
    void withdraw(long id, Actor.Member by) {
        var held = desk.hold(id, by);
        desk.done(held.article().withdraw(by.person()), held, ArticleDeed.WITHDRAWN, Said.NOTHING);
    }
}
