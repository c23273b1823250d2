package cn.lianxin.newsroom;

import cn.lianxin.platform.web.Screen;
import cn.lianxin.reprint.Reprint;
import cn.lianxin.textcheck.Answers;
import cn.lianxin.textcheck.CheckedText;
import cn.lianxin.textcheck.Occasion;
import cn.lianxin.textcheck.PublishedTexts;
import cn.lianxin.textcheck.TextChecks;
import cn.lianxin.textcheck.TextChecks.Judged;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has the words of an article looked at: by whoever hands it in, at each pass, and before it comes out. */
@Component
class CheckingTexts implements PublishedTexts {

    private final TextChecks checks;
    private final JdbcClient database;
    private final Clock clock;

    CheckingTexts(TextChecks checks, JdbcClient database, Clock clock) {
        this.checks = checks;
        this.database = database;
        this.clock = clock;
    }

    /** Before it is handed in. */
    List<Judged> look(Draft draft) {
        var pictures = draft.pictures().stream()
                .flatMap(picture -> List.of(picture.alternativeText(), picture.caption()).stream())
                .toList();
        return checks.look(new CheckedText(
                draft.article().orElse(0L),
                0,
                today(),
                parts(draft.title(), draft.byline(), draft.text(), draft.reprint(), pictures)));
    }

    /** What the newest text holds by the list of today; of older ones what was found then. */
    List<Judged> look(Article article, Revision revision) {
        return revision.id() == article.work().revision()
                ? checks.look(text(article, revision))
                : checks.kept(article.id(), revision.id());
    }

    /** Refuses what has to be changed or answered for. */
    void mustSuit(Article article, Revision revision, Occasion occasion, Answers answers, Hand by) {
        checks.mustSuit(text(article, revision), occasion, answers, as(article, by));
    }

    /** What is public stays as it is. */
    void stays(Article article, Revision revision, Answers answers, Hand by) {
        checks.confirm(text(article, revision), answers, as(article, by));
    }

    /** The words for which nobody has answered, where there are any. */
    Optional<String> holdsUp(Article article, Revision revision) {
        return checks.comesOut(text(article, revision));
    }

    private static TextChecks.By as(Article article, Hand by) {
        var editor = !by.person().equals(article.author()) && !by.roles().isEmpty();
        return new TextChecks.By(by.person(), by.name(), editor);
    }

    private CheckedText text(Article article, Revision revision) {
        var content = revision.content();
        var pictures = content.pictures().stream()
                .flatMap(picture -> List.of(picture.alternativeText(), picture.caption()).stream())
                .toList();
        return new CheckedText(
                article.id(),
                revision.id(),
                article.face().firstAt().map(CheckingTexts::day).orElseGet(this::today),
                parts(content.title(), content.byline(), content.text(), content.reprint(), pictures));
    }

    private static Map<String, String> parts(
            String title, String byline, String text, Reprint reprint, List<String> pictures) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("title", title);
        parts.put("byline", byline);
        parts.put("text", Span.veiled(text));
        parts.put("source", String.join("\n", reprint.author(), reprint.title(), reprint.issue(), reprint.editor()));
        parts.put("pictures", String.join("\n", pictures));
        return parts;
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Screen.ZONE);
    }

    @Override
    public List<CheckedText> published(long after, int most) {
        return database.sql("""
                        select a.id, a.public_revision, a.first_public_at, r.title, r.byline, r.text,
                            coalesce((select array_agg(p.alternative_text || chr(10) || p.caption order by p.place)
                                from newsroom.picture p where p.revision = r.id), '{}') as pictures
                        from newsroom.article a join newsroom.revision r on r.id = a.public_revision
                        where a.standing = 'PUBLIC' and a.id > :after order by a.id limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new CheckedText(
                        row.getLong("id"),
                        row.getLong("public_revision"),
                        day(row.getObject("first_public_at", OffsetDateTime.class)
                                .toInstant()),
                        parts(
                                row.getString("title"),
                                row.getString("byline"),
                                row.getString("text"),
                                Reprint.NONE,
                                List.of((String[]) row.getArray("pictures").getArray()))))
                .list();
    }

    /** Whatever is public and hits the list since it changed. */
    List<Long> toLookAt() {
        return new ArrayList<>(checks.toLookAt());
    }
}
