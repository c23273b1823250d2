package cn.lianxin.application;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who comes with a token.
 *
 * @param id of the application
 * @param token its id, under which limits and answers are kept
 * @param actor the person for whom it acts, or the application itself; with those of the grants alone that its scopes
 *     carry
 */
public record KnownApplication(long id, String name, long token, Set<ApplicationScope> scopes, Actor actor) {

    private static final String ATTRIBUTE = KnownApplication.class.getName();

    public KnownApplication {
        scopes = Set.copyOf(scopes);
        actor = limited(actor, scopes);
    }

    /** Who came with this request, if anybody did. */
    public static Optional<KnownApplication> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof KnownApplication known
                ? Optional.of(known)
                : Optional.empty();
    }

    void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * The actor as far as one of these scopes carries him: who reads the board by a token that also administers is no
     * administrator meanwhile.
     *
     * @throws Refusal.NotAllowed {@code scope-missing} with the scopes, where the token has none of them
     */
    public Actor actorBy(ApplicationScope... anyOf) {
        var held = EnumSet.noneOf(ApplicationScope.class);
        held.addAll(Arrays.asList(anyOf));
        held.retainAll(scopes);
        if (held.isEmpty()) {
            throw new Refusal.NotAllowed("scope-missing", codes(Arrays.asList(anyOf)));
        }
        return limited(actor, held);
    }

    static String codes(Collection<ApplicationScope> scopes) {
        return scopes.stream().map(ApplicationScope::code).collect(Collectors.joining(" "));
    }

    private static Actor limited(Actor actor, Set<ApplicationScope> scopes) {
        return switch (actor) {
            case Actor.Member(var person, var name, var grants, var standingIn) ->
                new Actor.Member(
                        person,
                        name,
                        limited(grants, scopes),
                        standingIn.stream()
                                .map(absent -> limited(absent, scopes))
                                .toList());
            case Actor.Application(var id, var name, var grants) ->
                new Actor.Application(id, name, limited(grants, scopes));
            case Actor.ReceiptHolder _, Actor.Visitor _, Actor.Clockwork _ -> actor;
        };
    }

    private static Actor.StandIn limited(Actor.StandIn absent, Set<ApplicationScope> scopes) {
        return new Actor.StandIn(
                absent.person(),
                absent.name(),
                absent.underground(),
                absent.until(),
                limited(absent.grants(), scopes),
                limited(absent.lent(), scopes));
    }

    private static List<Grant> limited(List<Grant> grants, Set<ApplicationScope> scopes) {
        return grants.stream()
                .filter(grant -> scopes.stream().anyMatch(scope -> scope.roles().contains(grant.role())))
                .toList();
    }
}
