package cn.lianxin.formerportal;

import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.reprint.Reprint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whether the source that a former portal named is the enterprise itself. Where it is not, the article is a reprint and obeys its rule. */
@Component
class FormerSources {

    private static final Pattern OURS = Pattern.compile("(?:本|我)(?:站|网|报|刊|矿|公司|集团|局)(?:讯|原创|编辑部|通讯员)?|原创|投稿|未知|不详|无");

    private final Mastheads mastheads;
    private final Directory directory;
    private final Clock clock;

    FormerSources(Mastheads mastheads, Directory directory, Clock clock) {
        this.mastheads = mastheads;
        this.directory = directory;
        this.clock = clock;
    }

    /** Of who answers for the import as its editor: whether he may, the rule of reprints says. */
    Reprint reprint(FormerArticle article, Actor.Member by) {
        var source = PlainText.line(article.imprint().source());
        if (isOurs(source, article)) {
            return Reprint.NONE;
        }
        var link = article.address().startsWith("http") ? article.address() : "";
        return new Reprint(
                source,
                article.imprint().author().isEmpty()
                        ? source
                        : article.imprint().author(),
                article.title(),
                link,
                link.isEmpty()
                        ? article.imprint().day().map(LocalDate::toString).orElse("")
                        : "",
                by.name());
    }

    private boolean isOurs(String source, FormerArticle article) {
        if (source.isEmpty() || OURS.matcher(source).matches() || source.equals(article.site())) {
            return true;
        }
        var masthead = mastheads.inForce(LocalDate.ofInstant(clock.instant(), Screen.ZONE));
        return List.of(masthead.paper(), masthead.publisher(), masthead.formerName())
                        .contains(source)
                || directory.unitsByCode().values().stream().anyMatch(unit -> source.contains(unit.name()));
    }
}
