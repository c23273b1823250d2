package cn.lianxin.problem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** For whoever opens problems; one who answers for one without that comes by the message and by its concerns. */
@Component
class ProblemNavigation implements Navigation {

    private static final int PLACE = 61;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return OpeningProblems.isOpenTo(actor)
                ? Stream.of(new NavigationEntry("problem.navigation", "/problems", PLACE))
                : Stream.empty();
    }
}
