package cn.lianxin.api.concern;

import cn.lianxin.api.document.RequestFault;
import cn.lianxin.concern.ConcernFilter;
import cn.lianxin.organization.Directory;
import org.springframework.stereotype.Component;

/** Understands the units of a {@link Narrowing}. */
@Component
class Narrowings {

    private final Directory directory;

    Narrowings(Directory directory) {
        this.directory = directory;
    }

    ConcernFilter filter(Narrowing narrowing) {
        return new ConcernFilter(
                narrowing.urgent().orElse(false),
                narrowing.confidential().orElse(false),
                narrowing.contractor().orElse(false),
                narrowing.kind(),
                narrowing.matter(),
                narrowing.raisedIn().map(code -> within("raisedIn", code)),
                narrowing.answeredBy().map(code -> within("answeredBy", code)),
                narrowing.filedFrom(),
                narrowing.filedUntil(),
                narrowing.due().orElse(ConcernFilter.Due.ANY));
    }

    private ConcernFilter.Within within(String parameter, String code) {
        return directory
                .unitByCode(code)
                .map(unit -> new ConcernFilter.Within(unit.id(), false))
                .orElseThrow(() -> RequestFault.parameter(parameter, "parameter-unit"));
    }
}
