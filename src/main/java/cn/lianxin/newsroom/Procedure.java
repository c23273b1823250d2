package cn.lianxin.newsroom;

import cn.lianxin.kernel.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which stages a channel is read, and who may do what in which state.
 *
 * @param passesBeforePublic so many stages are passed before anybody reads it
 * @param lastWithin the fast lane: what is missing then follows in this time
 * @param voidsFrom a changed character voids the passes from this stage on
 * @param stages in their order
 */
record Procedure(
        String code,
        int passesBeforePublic,
        Optional<Duration> lastWithin,
        int voidsFrom,
        List<Stage> stages,
        Set<Permit> permits) {

    Procedure {
        stages = List.copyOf(stages);
        permits = Set.copyOf(permits);
    }

    /** Whoever passes it has reviewed it and proof-read it. */
    record Stage(int place, Role role, String name, String englishName) {
        String name(boolean chinese) {
            return chinese ? name : englishName;
        }
    }

    /** @param state of {@link Working} or {@link Standing} */
    record Permit(ArticleRight right, String state, Role role) {}

    Optional<Stage> stage(int place) {
        return stages.stream().filter(stage -> stage.place() == place).findFirst();
    }

    boolean permits(ArticleRight right, Enum<?> state, Set<Role> roles) {
        return roles.stream().anyMatch(role -> permits.contains(new Permit(right, state.name(), role)));
    }
}
