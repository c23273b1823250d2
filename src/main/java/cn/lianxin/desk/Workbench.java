package cn.lianxin.desk;

import static cn.lianxin.concern.ConcernQueue.CONCLUDABLE;
import static cn.lianxin.concern.ConcernQueue.HANDED_BACK;
import static cn.lianxin.concern.ConcernQueue.MINE;
import static cn.lianxin.concern.ConcernQueue.MISHEARD;
import static cn.lianxin.concern.ConcernQueue.NEW;
import static cn.lianxin.concern.ConcernQueue.OPEN;
import static cn.lianxin.concern.ConcernQueue.OVERDUE;
import static cn.lianxin.concern.ConcernQueue.RAISED_AGAIN;
import static cn.lianxin.concern.ConcernQueue.TO_ACKNOWLEDGE;
import static cn.lianxin.concern.ConcernQueue.TO_APPROVE;
import static cn.lianxin.concern.ConcernQueue.TO_ARBITRATE;
import static cn.lianxin.concern.ConcernQueue.TO_REVIEW;
import static cn.lianxin.concern.ConcernQueue.TO_SIGN;
import static cn.lianxin.concern.ConcernQueue.UNACKNOWLEDGED;
import static cn.lianxin.concern.ConcernQueue.UNROUTED;

import cn.lianxin.concern.ConcernQueue;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A place to work at: its queues from left to right, and who works there. */
enum Workbench {
    /** Desk officers; supervisors, because reports of wrongdoing come to them in place of the desk. */
    DESK(
            Set.of(Role.DESK_OFFICER, Role.SUPERVISOR),
            List.of(NEW, UNROUTED, HANDED_BACK, RAISED_AGAIN, MISHEARD, UNACKNOWLEDGED, OVERDUE, CONCLUDABLE, OPEN)),
    /** Handlers; leaders and supervisors too, on whom a concern falls when a unit has no handler or may not see it. */
    TASKS(Set.of(Role.HANDLER, Role.UNIT_LEADER, Role.SUPERVISOR), List.of(MINE, TO_ACKNOWLEDGE)),
    DECISIONS(Set.of(Role.UNIT_LEADER, Role.SUPERVISOR), List.of(TO_APPROVE, TO_ARBITRATE)),
    REVIEWS(Set.of(Role.SUPERVISOR), List.of(TO_REVIEW, TO_SIGN));

    private final Set<Role> roles;
    private final List<ConcernQueue> queues;

    Workbench(Set<Role> roles, List<ConcernQueue> queues) {
        this.roles = roles;
        this.queues = queues;
    }

    String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    String path(ConcernQueue queue) {
        return path() + "/" + queue.slug();
    }

    List<ConcernQueue> queues() {
        return queues;
    }

    /** Where the telephone stands. */
    boolean takesCalls(Actor actor) {
        return this == DESK && actor.is(Role.DESK_OFFICER);
    }

    boolean isFor(Actor actor) {
        return roles.stream().anyMatch(actor::is);
    }

    /** The queue with this name in addresses; the first where none is named. */
    ConcernQueue queue(Optional<String> slug) {
        return slug.map(name -> ConcernQueue.of(name).filter(queues::contains).orElseThrow(Refusal.NotFound::new))
                .orElseGet(queues::getFirst);
    }

    /** The key of its name: {@code desk.title} and the like. */
    String key(String what) {
        return name().toLowerCase(Locale.ROOT) + "." + what;
    }

    static Optional<Workbench> at(String path) {
        return Arrays.stream(values())
                .filter(bench -> path.equals(bench.path()) || path.startsWith(bench.path() + "/"))
                .findFirst();
    }
}
