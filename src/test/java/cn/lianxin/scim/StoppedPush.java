package cn.lianxin.scim;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Today;
import java.util.List;
import org.springframework.stereotype.Component;

/** A push that was stopped, for tests of pages. */
@Component
public class StoppedPush {

    private final LeavingGuard guard;
    private final Directory directory;
    private final Today today;

    StoppedPush(LeavingGuard guard, Directory directory, Today today) {
        this.guard = guard;
        this.directory = directory;
        this.today = today;
    }

    public void of(PersonId person, UnitId unit) {
        var pusher = new Pusher(new Actor.Application(1, "人事系统", List.of()));
        guard.remember(new LeavingStopped(person, unit, directory.unit(unit).name(), today.date(), 2, 20, pusher));
    }
}
