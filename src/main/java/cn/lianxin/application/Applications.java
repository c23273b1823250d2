package cn.lianxin.application;

import cn.lianxin.identity.Members;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Who stands behind a token. */
@Component
@EnableConfigurationProperties(ApplicationLimits.class)
public class Applications {

    private final StoredTokens tokens;
    private final Members members;
    private final Clock clock;

    Applications(StoredTokens tokens, Members members, Clock clock) {
        this.tokens = tokens;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Empty for a token that never was or has ended, and for one of a person who may not act today: he has left, his account
     * is closed, or his password is not yet his own.
     */
    public Optional<KnownApplication> of(String token) {
        var now = clock.instant();
        var found = Token.parse(token).flatMap(parsed -> tokens.find(parsed.digest(), now));
        found.ifPresent(known -> tokens.used(known, now));
        return found.flatMap(this::known);
    }

    private Optional<KnownApplication> known(StoredTokens.Found found) {
        return actor(found)
                .map(actor ->
                        new KnownApplication(found.application(), found.name(), found.id(), found.scopes(), actor));
    }

    private Optional<? extends Actor> actor(StoredTokens.Found found) {
        Optional<PersonId> person = found.person();
        return person.isPresent() ? members.mayAct(person.get()) : Optional.of(itself(found));
    }

    private static Actor itself(StoredTokens.Found found) {
        var grants = found.scopes().stream()
                .flatMap(scope -> scope.roles().stream())
                .distinct()
                .map(role -> new Grant(role, found.unit()))
                .toList();
        return new Actor.Application(found.application(), found.name(), grants);
    }
}
