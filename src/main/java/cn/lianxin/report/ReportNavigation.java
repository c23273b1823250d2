package cn.lianxin.report;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The reports in the head line of everybody who keeps them or works where they are posted. */
@Component
class ReportNavigation implements Navigation {

    private static final int PLACE = 64;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member
                ? Stream.of(new NavigationEntry("report.navigation", "/reports", PLACE))
                : Stream.empty();
    }
}
