package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.NewsroomInTime;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.reprint.Reprint;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Months that are over, for tests, through the activities. */
@Component
public class CorrespondentTrial {

    private final NewsroomInTime newsroom;
    private final SettingRates rates;
    private final DrawingSheets drawing;
    private final ClosingSheets closing;
    private final KeepingFiles keeping;
    private final Sheets sheets;
    private final SheetLines lines;
    private final Directory directory;
    private final Clock clock;

    CorrespondentTrial(
            NewsroomInTime newsroom,
            SettingRates rates,
            DrawingSheets drawing,
            ClosingSheets closing,
            KeepingFiles keeping,
            Sheets sheets,
            SheetLines lines,
            Directory directory,
            Clock clock) {
        this.newsroom = newsroom;
        this.rates = rates;
        this.drawing = drawing;
        this.closing = closing;
        this.keeping = keeping;
        this.sheets = sheets;
        this.lines = lines;
        this.directory = directory;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }

    /** So many months ago. */
    public YearMonth ago(int months) {
        return YearMonth.from(today()).minusMonths(months);
    }

    /** Came out at noon of that day, passed by three of them. */
    public long publish(
            String channel, String title, LocalDate day, PersonId author, UnitId unit, List<PersonId> editors) {
        var then = Clock.fixed(day.atTime(12, 0).atZone(Screen.ZONE).toInstant(), Screen.ZONE);
        var id = newsroom.submit(
                new NewsroomInTime.Piece(channel, title, "王建国", "灯亮了。\n升井是下午三点。", Reprint.NONE, List.of()),
                new Actor.Member(author, "王建国", List.of()),
                then);
        newsroom.pass(id, 0, as(editors.get(0), Role.EDITOR, unit), then);
        newsroom.pass(id, 0, as(editors.get(1), Role.SECTION_EDITOR, unit), then);
        newsroom.pass(id, 0, as(editors.get(2), Role.CHIEF_EDITOR, unit), then);
        newsroom.publish(id, as(editors.get(0), Role.EDITOR, unit), then);
        return id;
    }

    public void rate(UnitId unit, PersonId chief, LocalDate from, String yuan, Map<String, String> own) {
        var typed = new HashMap<>(own);
        typed.putAll(Map.of(
                "from",
                from.toString(),
                "reason",
                "编委会定的",
                "rate-TEXT",
                yuan,
                "rate-PICTURES",
                yuan,
                "rate-BULLETIN",
                "10"));
        rates.set(typed, as(chief, Role.CHIEF_EDITOR, unit));
    }

    public long drawUp(YearMonth month, UnitId unit, PersonId editor) {
        return drawing.drawUp("", month.toString(), as(editor, Role.EDITOR, unit));
    }

    public void close(long sheet, UnitId unit, PersonId chief) {
        var by = as(chief, Role.CHIEF_EDITOR, unit);
        closing.close(sheet, lines.read(sheets.get(sheet, by)).digest(), by);
    }

    /** What is on the pages: a file with an award, the month before last closed, the last one open with a correction. */
    public record Shown(long closed, long open, PersonId correspondent, String month) {}

    public Shown show(PersonId author, UnitId unit, List<PersonId> editors) {
        var editor = as(editors.get(0), Role.EDITOR, unit);
        var number = directory.person(author).staffNumber();
        keeping.begin(number, ago(3).atDay(1).toString(), editor);
        keeping.enter(author.value(), "AWARD", ago(1).atDay(2).toString(), "全年用稿第一名", editor);
        keeping.enter(author.value(), "TRAINING", ago(2).atDay(2).toString(), "新闻写作培训班", editor);
        rate(unit, editors.get(2), ago(3).atDay(1), "50", Map.of("rate-experience", "33.33"));
        publish("headline", "采煤机检修不过夜", ago(2).atDay(9), author, unit, editors);
        publish("experience", "井口那盏灯", ago(1).atDay(9), author, unit, editors);
        var closed = drawUp(ago(2), unit, editors.get(0));
        close(closed, unit, editors.get(2));
        var open = drawUp(ago(1), unit, editors.get(0));
        drawing.correct(open, ago(2).toString(), number, "12.50", "漏算了照片", editor);
        return new Shown(closed, open, author, ago(2).toString());
    }

    static Actor.Member as(PersonId person, Role role, UnitId unit) {
        return new Actor.Member(person, "编辑", List.of(new Grant(role, unit)));
    }
}
