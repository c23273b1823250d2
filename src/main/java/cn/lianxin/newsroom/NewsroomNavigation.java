package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The queue, for those who have one. */
@Component
class NewsroomNavigation implements Navigation {

    private static final int PLACE = 49;
    private static final int MOST_SAID = 99;

    private final ArticleLists lists;

    NewsroomNavigation(ArticleLists lists) {
        this.lists = lists;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        if (!(actor instanceof Actor.Member member) || !Hand.isEditor(member)) {
            return Stream.empty();
        }
        var waiting = lists.countWaitingFor(member);
        var badge = waiting == 0 ? "" : waiting > MOST_SAID ? MOST_SAID + "+" : String.valueOf(waiting);
        return Stream.of(new NavigationEntry("newsroom.navigation", "/newsroom/queue", PLACE, badge));
    }
}
