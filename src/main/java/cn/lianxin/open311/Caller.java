package cn.lianxin.open311;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.KnownApplication;
import cn.lianxin.application.PresentedToken;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who asks. */
sealed interface Caller {

    /** Without a key: sees what is public. */
    record Nobody() implements Caller {}

    /** Who came with a key. */
    sealed interface Known extends Caller {
        long application();

        Secret secret();

        Actor actor();

        /** Whose tokens these are: what two people make up is two, though one application carries both. */
        String holder();
    }

    /** An application by itself: sees what was filed with its own keys. */
    record Program(long application, Actor.Application actor, Secret secret) implements Known {
        @Override
        public String holder() {
            return "application";
        }
    }

    /** An application for a person: sees what he sees. */
    record Person(long application, Actor.Member actor, Secret secret) implements Known {
        @Override
        public String holder() {
            return "person " + actor.person().value();
        }
    }

    /** @throws cn.lianxin.kernel.Refusal.NotAllowed where the key has none of the scopes that open this interface */
    static Caller of(HttpServletRequest request) {
        var known = KnownApplication.of(request);
        if (known.isEmpty()) {
            return new Nobody();
        }
        var application = known.get();
        var secret = new Secret(PresentedToken.of(request).orElseThrow());
        var actor = application.actor() instanceof Actor.Member
                ? application.actorBy(ApplicationScope.CONCERNS, ApplicationScope.WORK)
                : application.actorBy(ApplicationScope.OPEN311);
        return switch (actor) {
            case Actor.Member member -> new Person(application.id(), member, secret);
            case Actor.Application program -> new Program(application.id(), program, secret);
            case Actor.ReceiptHolder _, Actor.Visitor _, Actor.Clockwork _ -> new Nobody();
        };
    }

    /** The key itself, of which the server keeps a digest alone. */
    record Secret(String key) {

        /**
         * What a filing is raised by. The receipt follows from it, and nobody without the key can tell it from the token
         * that the client made up.
         */
        String tokenOf(String token) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return "Secret";
        }
    }
}
