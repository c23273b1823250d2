package cn.lianxin.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.TestClock;
import cn.lianxin.disclosure.DisclosuresInTime;
import cn.lianxin.disclosure.NoticeTrial;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.NewsTrial;
import cn.lianxin.organization.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A newsroom and a notice board of one mine, and somebody who is to be held up as an example. */
final class Praise {

    final Actor.Member editor;
    final Actor.Member chief;
    final PersonId model;

    private final ApplicationContext context;
    private final UnitId mine;
    private final PersonId section;
    private final PersonId author;
    private final Actor.Member handler;
    private final Actor.Member leader;
    private final PersonId somebody;
    private final Village village;
    private final NewsTrial news;
    private final DisclosuresInTime notices;
    private final JdbcClient database;
    private final Clock clock;

    Praise(ApplicationContext context, Village village) {
        this.context = context;
        this.village = village;
        this.mine = village.mine();
        this.editor = holder(Role.EDITOR);
        this.section = village.holder(Role.SECTION_EDITOR, mine);
        this.chief = holder(Role.CHIEF_EDITOR);
        this.handler = holder(Role.HANDLER);
        this.leader = holder(Role.UNIT_LEADER);
        this.author = village.worker(mine);
        this.model = village.worker(mine);
        this.somebody = village.worker(mine);
        this.news = context.getBean(NewsTrial.class);
        this.notices = context.getBean(DisclosuresInTime.class);
        this.database = context.getBean(JdbcClient.class);
        this.clock = context.getBean(Clock.class);
    }

    private Actor.Member holder(Role role) {
        return new Actor.Member(village.holder(role, mine), "人", List.of(new Grant(role, mine)));
    }

    /** Passed by three, and nothing but what watches over it stands in its way. */
    long passed(String title) {
        return news.passed("headline", title, author, mine, List.of(editor.person(), section, chief.person()));
    }

    /** Everything is there: his word, and a notice that ended. */
    long ready(String title) {
        var article = passed(title);
        context.getBean(NamingExemplars.class).name(article, "", numberOf(model), editor);
        context.getBean(Consenting.class).consent(article, modelHimself());
        context.getBean(NamingExemplars.class).runBy(article, notice("公示", nameOf(model)) + "", editor);
        endNotices();
        context.getBean(ExemplarClock.class).look();
        return article;
    }

    void publish(long article) {
        news.out(article, editor.person(), mine);
    }

    /** In an hour. */
    void schedule(long article) {
        news.schedule(article, clock.instant().plus(Duration.ofHours(1)), editor.person(), mine);
    }

    void comeOut(long article) {
        news.comeOut(article);
    }

    boolean isPublic(long article) {
        return database.sql("select standing = 'PUBLIC' from newsroom.article where id = :id")
                .param("id", article)
                .query(Boolean.class)
                .single();
    }

    long notice(String title, String body) {
        return notices.publish(
                mine, mine, new DisclosuresInTime.Said("other", "", title, body, ""), handler, leader, clock);
    }

    /** With a table below its words. */
    long notice(String title, String body, String table) {
        return notices.publish(
                mine, mine, new DisclosuresInTime.Said("awards", "", title, body, table), handler, leader, clock);
    }

    /** Other words under the same number. */
    void correctNotice(long notice, String body) {
        notices.correct(notice, "写错了", body, handler, leader, clock);
    }

    void withdrawNotice(long notice) {
        notices.withdraw(notice, "写错了", handler, leader, clock);
    }

    void object(long notice) {
        notices.object(notice, "他没有那么多个班", UUID.randomUUID().toString(), clock);
    }

    /** It was not right. */
    void reply(long notice) {
        answer(() -> notices.turnDown(notice, "核对过考勤，一个班不少。", handler, clock));
    }

    /** It was right. */
    void uphold(long notice) {
        answer(() -> notices.reply(notice, "核对过考勤，是少了两个班。", handler, clock));
    }

    private static void answer(Runnable reply) {
        try {
            reply.run();
        } catch (NoSuchElementException nobodyObjected) {
            // There is nothing to reply to.
        }
    }

    /** Passed, he has consented, and the notice ended with one objection that was found right; answers the notice. */
    long upheld(long article) {
        context.getBean(NamingExemplars.class).name(article, "", numberOf(model), editor);
        context.getBean(Consenting.class).consent(article, modelHimself());
        var notice = notice("公示", nameOf(model));
        context.getBean(NamingExemplars.class).runBy(article, notice + "", editor);
        object(notice);
        uphold(notice);
        endNotices();
        return notice;
    }

    /** The same person as chief editor too. */
    Actor.Member asChief(PersonId person) {
        return new Actor.Member(person, "总编", List.of(new Grant(Role.CHIEF_EDITOR, mine)));
    }

    PersonId author() {
        return author;
    }

    /** A year later. */
    void endNotices() {
        TestClock.forward(Duration.ofDays(400));
        NoticeTrial.end(context);
    }

    Actor.Member modelHimself() {
        return new Actor.Member(model, "本人", List.of());
    }

    Actor.Member somebody() {
        return new Actor.Member(somebody, "别人", List.of());
    }

    String numberOf(PersonId person) {
        return village.staffNumber(person);
    }

    String nameOf(PersonId person) {
        return context.getBean(Directory.class).person(person).name();
    }

    /** The keys of all that he was told. */
    List<String> toldTo(Actor.Member person) {
        return database.sql("select key from notification.message where person = :person")
                .param("person", person.person().value())
                .query((row, _) -> row.getString("key"))
                .list();
    }

    void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
