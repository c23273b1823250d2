package cn.lianxin.report;

import cn.lianxin.delivery.FileLetter;
import cn.lianxin.delivery.MailedFiles;
import cn.lianxin.identity.Members;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.web.Words;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The report as a mail, made when it leaves: whoever may not read it at that moment gets nothing. */
@Component
class MailedReports implements MailedFiles {

    private final Issues issues;
    private final Readers readers;
    private final Members members;
    private final Layout layout;
    private final Papers papers;
    private final MessageSource messages;

    MailedReports(
            Issues issues, Readers readers, Members members, Layout layout, Papers papers, MessageSource messages) {
        this.issues = issues;
        this.readers = readers;
        this.members = members;
        this.layout = layout;
        this.papers = papers;
        this.messages = messages;
    }

    /** The number of an issue. */
    @Override
    public boolean knows(String key) {
        return key.matches("[0-9]{1,18}");
    }

    @Override
    public boolean mayHave(String key, PersonId person) {
        return find(key, person).isPresent();
    }

    @Override
    public Optional<FileLetter> letter(String key, PersonId person, Locale language) {
        return find(key, person).map(issue -> {
            var words = new Words(messages, language);
            var report = layout.of(issue, issues.contents(issue), words);
            return new FileLetter(
                    words.of("report.mail.subject", words.of(issue.period().kind())),
                    words.of("report.mail.text"),
                    report.fileName() + ".pdf",
                    "application/pdf",
                    papers.report(report, words));
        });
    }

    private Optional<Issue> find(String key, PersonId person) {
        var member = members.mayAct(person);
        return issues.find(Long.parseLong(key))
                .filter(issue -> member.filter(reader -> readers.keeps(issue.unit(), reader))
                        .isPresent());
    }
}
