package cn.lianxin.application;

import cn.lianxin.kernel.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an administrator typed about an application.
 *
 * @param owner staff number of who answers for it
 * @param scopes codes
 */
record ApplicationForm(String name, String purpose, long unit, String owner, List<String> scopes) {

    static ApplicationForm empty() {
        return new ApplicationForm("", "", 0, "", List.of());
    }

    static ApplicationForm of(RegisteredApplication application) {
        return new ApplicationForm(
                application.name(),
                application.purpose(),
                application.unit().value(),
                application.ownerNumber(),
                application.scopes().stream().map(ApplicationScope::code).toList());
    }

    boolean has(ApplicationScope scope) {
        return scopes.contains(scope.code());
    }

    Set<ApplicationScope> chosen() {
        return chosen(scopes);
    }

    /** @throws Refusal.Violation {@code application-scopes} where none was chosen, or one that is not there */
    static Set<ApplicationScope> chosen(List<String> codes) {
        var chosen = codes.stream()
                .map(code -> ApplicationScope.byCode(code)
                        .orElseThrow(() -> new Refusal.Violation("scopes", "application-scopes")))
                .collect(Collectors.toUnmodifiableSet());
        if (chosen.isEmpty()) {
            throw new Refusal.Violation("scopes", "application-scopes");
        }
        return chosen;
    }
}
