package cn.lianxin.desk;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lists of work in the head line. Without numbers: they would cost every page of everybody a count. */
@Component
class DeskNavigation implements Navigation {

    private static final int FIRST = 30;
    private static final int BETWEEN = 6;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        var benches = Arrays.stream(Workbench.values())
                .filter(bench -> bench.isFor(actor))
                .map(bench ->
                        new NavigationEntry(bench.key("navigation"), bench.path(), FIRST + BETWEEN * bench.ordinal()));
        return Board.isFor(actor)
                ? Stream.concat(benches, Stream.of(new NavigationEntry("board.navigation", "/board", 60)))
                : benches;
    }
}
