package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Newsdesk.Held;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.textcheck.Marks;
import cn.lianxin.textcheck.TextChecks.Judged;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;

/** The page of one text of an article: as readers will find it, what changed, who passed it, and what this person may do. */
@Component
class ArticlePages {

    /** What may be done with the newest text by whoever looks. */
    record Rights(
            boolean passes, Optional<ArticleDeed> writes, boolean withdraws, boolean edits, Set<ArticleRight> others) {
        static final Rights NONE = new Rights(false, Optional.empty(), false, false, Set.of());

        boolean any() {
            return passes || withdraws || writes.isPresent() || !others.isEmpty();
        }
    }

    /**
     * @param before the last text that somebody had passed, or the one that was asked for, for the comparison
     * @param places of all its texts, the newest first
     * @param watched what other rooms show beside it to those who handle it
     * @param names what people call some of them
     */
    record View(
            Article article,
            Channel channel,
            Revision revision,
            Procedure procedure,
            Optional<Revision> before,
            List<Integer> places,
            Map<Integer, VersionNames.Name> names,
            List<Revisions.Step> course,
            List<Judged> found,
            List<ArticleWatch.Part> watched,
            Rights rights) {

        Optional<VersionNames.Name> name() {
            return Optional.ofNullable(names.get(revision.place()));
        }

        /** With the name that it has. */
        String called(Screen screen, int place) {
            var number = screen.say("newsroom.text", place);
            return names.containsKey(place) ? number + " · " + names.get(place).words() : number;
        }

        /** Whether something stands in the way that an editor has to answer for. */
        boolean toConfirm() {
            return found.stream().anyMatch(Judged::open);
        }

        /** Whether the public text may be left as it is by whoever looks. */
        boolean toLeave() {
            return rights.edits() && article.isPublic() && article.work().state() == Working.SETTLED && toConfirm();
        }

        Marks marks() {
            return Marks.of("text", revision.content().text(), found);
        }

        boolean newest() {
            return revision.id() == article.work().revision();
        }

        List<Block> blocks() {
            return Block.of(
                    revision.content().text(), revision.content().pictures().size());
        }

        List<List<Compared.Piece>> changes() {
            return before.map(old -> Compared.lines(
                            old.content().text(), revision.content().text()))
                    .orElse(List.of());
        }

        List<Compared.Piece> titleChanges() {
            return before.map(old -> Compared.characters(
                            old.content().title(), revision.content().title()))
                    .orElse(List.of());
        }

        /** Whether other words or pictures than those of the body and the title differ. */
        boolean restDiffers() {
            return before.filter(old ->
                            !old.content().byline().equals(revision.content().byline())
                                    || !old.content()
                                            .reprint()
                                            .equals(revision.content().reprint())
                                    || !old.content()
                                            .pictures()
                                            .equals(revision.content().pictures()))
                    .isPresent();
        }

        String address() {
            return "/newsroom/articles/" + article.id();
        }

        String pictures() {
            return address() + "/revisions/" + revision.place() + "/pictures/";
        }
    }

    private final Newsdesk desk;
    private final Revisions revisions;
    private final VersionNames names;
    private final Channels channels;
    private final SubmittingArticles submitting;
    private final CheckingTexts checking;
    private final Watches watches;
    private final Openings openings;

    ArticlePages(
            Newsdesk desk,
            Revisions revisions,
            VersionNames names,
            Channels channels,
            SubmittingArticles submitting,
            CheckingTexts checking,
            Watches watches,
            Openings openings) {
        this.desk = desk;
        this.revisions = revisions;
        this.names = names;
        this.channels = channels;
        this.submitting = submitting;
        this.checking = checking;
        this.watches = watches;
        this.openings = openings;
    }

    /** Whoever may pass it has had it before him then. */
    @Transactional
    ModelAndView current(long id, Actor.Member reader, Faults faults, HttpStatus status) {
        var held = desk.open(id, reader);
        var revision = held.revision();
        var rights = rights(held);
        if (rights.passes()) {
            openings.note(held.revision().id(), reader.person(), desk.now());
        }
        var page = page(view(held, revision, revisions.lastPassedBefore(revision), rights), faults);
        page.setStatus(status);
        return page;
    }

    /** @param with the place of the text that it is compared with; zero for the last one that was passed before it */
    @Transactional(readOnly = true)
    ModelAndView at(long id, int place, int with, Actor.Member reader, Faults faults, HttpStatus status) {
        var held = desk.open(id, reader);
        var revision = revisions.at(id, place);
        var newest = revision.id() == held.revision().id();
        var before = with == 0 ? revisions.lastPassedBefore(revision) : Optional.of(revisions.at(id, with));
        var page = page(view(held, revision, before, newest ? rights(held) : Rights.NONE), faults);
        page.setStatus(status);
        return page;
    }

    /** NotFound where there is none, or for whoever may not see the article. */
    @Transactional(readOnly = true)
    UUID picture(long id, int place, int picture, Actor.Member reader) {
        desk.open(id, reader);
        var pictures = revisions.at(id, place).content().pictures();
        if (picture < 1 || picture > pictures.size()) {
            throw new Refusal.NotFound();
        }
        return pictures.get(picture - 1).attachment();
    }

    private static ModelAndView page(View view, Faults faults) {
        return new ModelAndView("newsroom/article").addObject("view", view).addObject("faults", faults);
    }

    private View view(Held held, Revision revision, Optional<Revision> before, Rights rights) {
        var article = held.article();
        return new View(
                article,
                channels.get(article.channel()),
                revision,
                held.procedure(),
                before,
                revisions.places(article.id()),
                names.of(article.id()),
                revisions.course(article.id()),
                checking.look(article, revision),
                held.by().roles().isEmpty() ? List.of() : watches.parts(article.id()),
                rights);
    }

    private Rights rights(Held held) {
        var article = held.article();
        var others = EnumSet.noneOf(ArticleRight.class);
        for (var right : List.of(
                ArticleRight.PUBLISH,
                ArticleRight.SCHEDULE,
                ArticleRight.UNSCHEDULE,
                ArticleRight.RETRACT,
                ArticleRight.TAKE_DOWN,
                ArticleRight.EXPIRE)) {
            if (held.procedure()
                            .permits(right, article.work().state(), held.by().roles())
                    || held.procedure()
                            .permits(right, article.face().standing(), held.by().roles())) {
                others.add(right);
            }
        }
        return new Rights(
                article.mayPass(held.revision(), held.procedure(), held.by()),
                submitting.rights(held),
                article.mayWithdraw(held.by().person()),
                !held.by().roles().isEmpty() && !held.by().person().equals(article.author()),
                others);
    }
}
