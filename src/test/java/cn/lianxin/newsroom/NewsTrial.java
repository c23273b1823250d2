package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.reprint.Reprint;
import cn.lianxin.textcheck.Answers;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Articles for tests of other rooms, through the activities. */
@Component
public class NewsTrial {

    private final NewsroomInTime newsroom;
    private final SubmittingArticles submitting;
    private final PublishingArticles publishing;
    private final Newsdesk desk;
    private final Attachments attachments;
    private final Clock clock;

    NewsTrial(
            NewsroomInTime newsroom,
            SubmittingArticles submitting,
            PublishingArticles publishing,
            Newsdesk desk,
            Attachments attachments,
            Clock clock) {
        this.newsroom = newsroom;
        this.submitting = submitting;
        this.desk = desk;
        this.publishing = publishing;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Handed in and waiting. */
    public long submit(String channel, String title, PersonId author) {
        var by = new Actor.Member(author, "王建国", List.of());
        var picture = attachments
                .take(new ByteArrayInputStream(Paper.picture(120)), "图.png", by)
                .id()
                .value();
        return newsroom.submit(
                new NewsroomInTime.Piece(
                        channel,
                        title,
                        "王建国",
                        "早班六点二十点名。\n# 一个班\n> 慢一点，看清楚。\n【图1】\n升井是下午三点。",
                        Reprint.NONE,
                        List.of(new NewsroomInTime.Picture(picture, "井口的一盏灯", "井口"))),
                by,
                clock);
    }

    /** Passed by three of them and published. */
    public long publish(String channel, String title, PersonId author, UnitId unit, List<PersonId> editors) {
        var id = passed(channel, title, author, unit, editors);
        out(id, editors.get(0), unit);
        return id;
    }

    /** By three of them, and not published. */
    public long passed(String channel, String title, PersonId author, UnitId unit, List<PersonId> editors) {
        var id = submit(channel, title, author);
        newsroom.pass(id, 1, as(editors.get(0), Role.EDITOR, unit), clock);
        newsroom.pass(id, 0, as(editors.get(1), Role.SECTION_EDITOR, unit), clock);
        newsroom.pass(id, 2, as(editors.get(2), Role.CHIEF_EDITOR, unit), clock);
        return id;
    }

    /** Several pictures in a channel that two review, passed and published. */
    public long publishShow(
            String channel, String title, PersonId author, UnitId unit, List<PersonId> editors, List<byte[]> pictures) {
        var by = new Actor.Member(author, "王建国", List.of());
        var handed = new ArrayList<NewsroomInTime.Picture>();
        for (var bytes : pictures) {
            var id = attachments
                    .takeCredited(new ByteArrayInputStream(bytes), "图", by)
                    .id();
            var place = handed.size() + 1;
            handed.add(new NewsroomInTime.Picture(id.value(), "第 " + place + " 张上的人", "第 " + place + " 张的说明"));
        }
        var id = newsroom.submit(
                new NewsroomInTime.Piece(channel, title, "王建国", "从班前会到升井。\n镜头跟了一个班。", Reprint.NONE, handed), by, clock);
        newsroom.pass(id, 1, as(editors.get(0), Role.EDITOR, unit), clock);
        newsroom.pass(id, 0, as(editors.get(1), Role.SECTION_EDITOR, unit), clock);
        newsroom.publish(id, as(editors.get(0), Role.EDITOR, unit), clock);
        return id;
    }

    public void out(long id, PersonId by, UnitId unit) {
        newsroom.publish(id, as(by, Role.EDITOR, unit), clock);
    }

    public void schedule(long id, Instant at, PersonId by, UnitId unit) {
        publishing.schedule(id, at, as(by, Role.EDITOR, unit));
    }

    /** As when its time has come. */
    public void comeOut(long id) {
        publishing.comeOut(id);
    }

    public void takeDown(long id, PersonId by, UnitId unit) {
        publishing.takeDown(id, "数字没核实", "消息有误，已撤下", as(by, Role.SECTION_EDITOR, unit));
    }

    /** The digest of its newest text, as an editor above its unit finds it. */
    public String digest(long id, PersonId by, UnitId unit) {
        return desk.open(id, as(by, Role.EDITOR, unit)).revision().digest();
    }

    /** Another text of it, by an editor who is out as its reviewer then. */
    public void edit(long id, String text, PersonId by, UnitId unit) {
        var editor = as(by, Role.EDITOR, unit);
        var draft = submitting.draftOf(id, editor);
        submitting.send(
                new Draft(
                        draft.id(),
                        draft.person(),
                        draft.article(),
                        draft.base(),
                        draft.channel(),
                        draft.title(),
                        draft.byline(),
                        text,
                        draft.reprint(),
                        draft.pictures(),
                        "改",
                        draft.version()),
                Answers.NONE,
                editor);
    }

    private static Actor.Member as(PersonId person, Role role, UnitId unit) {
        return new Actor.Member(person, "编辑", List.of(new Grant(role, unit)));
    }
}
