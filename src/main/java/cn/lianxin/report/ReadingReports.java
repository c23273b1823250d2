package cn.lianxin.report;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds reports for somebody; what is not for him does not exist. */
@Component
class ReadingReports {

    private final Issues issues;
    private final Readers readers;

    ReadingReports(Issues issues, Readers readers) {
        this.issues = issues;
        this.readers = readers;
    }

    @Transactional(readOnly = true)
    List<Issue> list(Optional<ReportKind> kind, Actor actor) {
        return issues.list(Readers.unitsOf(actor), readers.workplace(actor), kind).stream()
                .filter(issue -> readers.readsSheet(issue, actor))
                .toList();
    }

    @Transactional(readOnly = true)
    Issue whole(String id, Actor actor) {
        return find(id).filter(issue -> readers.readsAll(issue, actor)).orElseThrow(Refusal.NotFound::new);
    }

    @Transactional(readOnly = true)
    Issue sheet(String id, Actor actor) {
        return find(id).filter(issue -> readers.readsSheet(issue, actor)).orElseThrow(Refusal.NotFound::new);
    }

    @Transactional(readOnly = true)
    Contents contents(Issue issue) {
        return issues.contents(issue);
    }

    @Transactional(readOnly = true)
    Optional<Long> correctionOf(Issue issue) {
        return issues.correctionOf(issue.id());
    }

    private Optional<Issue> find(String id) {
        return id.matches("[0-9]{1,18}") ? issues.find(Long.parseLong(id)) : Optional.empty();
    }
}
