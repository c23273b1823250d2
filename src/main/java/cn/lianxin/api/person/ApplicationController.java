package cn.lianxin.api.person;

import static cn.lianxin.application.ApplicationScope.ACCOUNTS;
import static cn.lianxin.application.ApplicationScope.BOARD;
import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.LEDGER;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION_READ;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.SELF;
import static cn.lianxin.application.ApplicationScope.VERDICTS;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.KnownApplication;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application that asks, and what its token opens. */
@RestController
@RequestMapping("/api/v1/application")
class ApplicationController {

    /** @param actsFor staff number of the person for whom it acts; empty where it acts for itself */
    record AskingApplication(String name, Optional<String> actsFor, List<String> scopes) {}

    private final Directory directory;

    ApplicationController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping
    @Operation(Topic.PERSON)
    @RequiresScope({CONCERNS, VERDICTS, WORK, LEDGER, BOARD, SELF, ORGANIZATION_READ, ORGANIZATION, ACCOUNTS, RECEIPTS})
    AskingApplication showApplication(HttpServletRequest request) {
        var known = KnownApplication.of(request).orElseThrow(Refusal.NotFound::new);
        var person = known.actor() instanceof Actor.Member member
                ? Optional.of(directory.person(member.person()).staffNumber())
                : Optional.<String>empty();
        return new AskingApplication(
                known.name(),
                person,
                known.scopes().stream().map(ApplicationScope::code).sorted().toList());
    }
}
