package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.vault.Aliases;
import cn.lianxin.platform.vault.Identity;
import cn.lianxin.platform.vault.Vault;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who spoke in confidence. The rows of this room hold an alias of him, and a receipt that only he has without knowing it: it
 * follows from who he is, and opens what he raised as the receipt of an unnamed one does.
 */
@Component
class ConfidentialReporters {

    private static final String PREFIX = "concern:";

    private final Vault vault;
    private final Aliases aliases;
    private final Directory directory;
    private final JdbcClient database;

    ConfidentialReporters(Vault vault, Aliases aliases, Directory directory, JdbcClient database) {
        this.vault = vault;
        this.aliases = aliases;
        this.directory = directory;
        this.database = database;
    }

    /** What stands in the row of the concern in place of his id. */
    long alias(PersonId person) {
        return aliases.of(person);
    }

    /** With the row of the concern, in its transaction. */
    void keep(long concern, PersonId person) {
        var card = directory.person(person);
        var post = directory.postOf(person);
        vault.seal(
                PREFIX + concern,
                new Identity(person, card.name(), card.staffNumber(), (post.unit() + " " + post.title()).strip()));
        database.sql("insert into concern.receipt (digest, concern) values (:digest, :concern)")
                .param("digest", receipt(person))
                .param("concern", concern)
                .update();
    }

    PersonId of(long concern) {
        return identity(concern).person();
    }

    Identity identity(long concern) {
        return vault.open(PREFIX + concern)
                .orElseThrow(() -> new IllegalStateException("nobody in the vault for concern " + concern));
    }

    /** Of several at once. */
    Map<Long, Identity> of(Collection<Long> concerns) {
        if (concerns.isEmpty()) {
            return Map.of();
        }
        var opened = vault.open(concerns.stream().map(id -> PREFIX + id).toList());
        return concerns.stream()
                .filter(id -> opened.containsKey(PREFIX + id))
                .collect(Collectors.toMap(Function.identity(), id -> Objects.requireNonNull(opened.get(PREFIX + id))));
    }

    /** Nobody learns any more who raised them. */
    void destroy(Collection<Long> concerns) {
        vault.destroy(concerns.stream().map(id -> PREFIX + id).toList());
    }

    /** {@link Scope#of}, with what he raised in confidence. */
    Map<String, Object> scope(Actor actor) {
        var parameters = Scope.of(actor);
        if (actor instanceof Actor.Member member) {
            parameters.put("alias", alias(member.person()));
            parameters.put("receipt", receipt(member.person()));
        }
        return parameters;
    }

    private String receipt(PersonId person) {
        return aliases.keyOf("receipt", person);
    }
}
