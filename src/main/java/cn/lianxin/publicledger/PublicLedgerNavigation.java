package cn.lianxin.publicledger;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Beside what else is public, for those who decide; everybody else finds it on his first page. */
@Component
class PublicLedgerNavigation implements Navigation {

    private static final int PLACE = 66;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return ApprovingLine.isAnyOf(actor)
                ? Stream.of(new NavigationEntry("public-ledger.navigation", "/public-ledger", PLACE))
                : Stream.empty();
    }
}
