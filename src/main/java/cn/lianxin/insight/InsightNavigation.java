package cn.lianxin.insight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The indicators in the head line of those who answer for units; others are led there from the verdicts. */
@Component
class InsightNavigation implements Navigation {

    private static final int PLACE = 61;

    private final Indicators indicators;

    InsightNavigation(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member && indicators.hasRowsFor(actor)
                ? Stream.of(new NavigationEntry("indicators.navigation", "/indicators", PLACE))
                : Stream.empty();
    }
}
