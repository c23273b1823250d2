package cn.lianxin.companyaccount;

import cn.lianxin.kernel.Refusal;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The way to the provider and back: authorization code, PKCE, state, nonce; one address to come back to. */
@Component
@ConditionalOnProperty("lianxin.openid.issuer")
class OpenIdSignIn {

    static final String BACK = "/sign-in/company/back";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);

    private final OpenIdSettings settings;
    private final OpenIdProvider provider;
    private final OpenIdTokens tokens;
    private final String address;

    OpenIdSignIn(
            OpenIdSettings settings,
            OpenIdProvider provider,
            OpenIdTokens tokens,
            @Value("${lianxin.address:}") String address) {
        if (!Addresses.isSafe(address)) {
            throw new IllegalStateException(
                    "lianxin.address must be the https address of this installation, to which the provider sends people back");
        }
        this.settings = settings;
        this.provider = provider;
        this.tokens = tokens;
        this.address = address.replaceFirst("/$", "");
    }

    /** The one that the provider has to know; never that of the request, which its sender could choose. */
    URI redirect() {
        return URI.create(address + BACK);
    }

    /** What the answer has to fit; of nothing yet that anybody has seen. */
    Begun fresh(String digest, String back) {
        return new Begun(
                digest, new State(32).getValue(), new Nonce(32).getValue(), new CodeVerifier().getValue(), back);
    }

    /**
     * Where the browser goes.
     *
     * @throws Refusal.Violation {@code company-provider-away}, {@code company-answer-untrue}
     */
    URI authorization(Begun begun) {
        try {
            return new AuthenticationRequest.Builder(
                            new ResponseType(ResponseType.Value.CODE),
                            Scope.parse(settings.scope()),
                            new ClientID(settings.client()),
                            redirect())
                    .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                    .state(new State(begun.state()))
                    .nonce(new Nonce(begun.nonce()))
                    .codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI();
        } catch (ProviderFailure failure) {
            throw refused(failure);
        }
    }

    /**
     * Whom the provider has sent back.
     *
     * @throws Refusal.Violation {@code company-sign-in-late} for an answer to nothing that this browser has begun, {@code
     *     company-sign-in-refused} where the provider says no, {@code company-provider-away}, {@code company-answer-untrue}
     */
    Vouched vouched(Map<String, List<String>> answer, Begun begun) {
        try {
            var response = AuthenticationResponseParser.parse(redirect(), answer);
            mustAnswer(response, begun);
            if (!response.indicatesSuccess()) {
                throw new Refusal.Violation("", "company-sign-in-refused");
            }
            var code = Optional.<AuthorizationCode>ofNullable(
                            response.toSuccessResponse().getAuthorizationCode())
                    .orElseThrow(() -> ProviderFailure.untrue("no code"));
            return tokens.exchange(code, redirect(), begun);
        } catch (ParseException unclear) {
            throw refused(ProviderFailure.untrue("the answer cannot be read"));
        } catch (ProviderFailure failure) {
            throw refused(failure);
        }
    }

    /** Where he signs out there too, if the provider offers it. */
    Optional<URI> endOfSession() {
        try {
            return Optional.ofNullable(provider.metadata().getEndSessionEndpointURI())
                    .filter(end -> Addresses.isSafe(end.toString()))
                    .map(end -> new LogoutRequest(
                                    end,
                                    null,
                                    null,
                                    new ClientID(settings.client()),
                                    URI.create(address + "/"),
                                    null,
                                    null)
                            .toURI());
        } catch (ProviderFailure away) {
            return Optional.empty();
        }
    }

    private void mustAnswer(AuthenticationResponse response, Begun begun) throws ProviderFailure {
        var state = response.getState() == null ? "" : response.getState().getValue();
        if (!MessageDigest.isEqual(
                state.getBytes(StandardCharsets.UTF_8), begun.state().getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal.Violation("", "company-sign-in-late");
        }
        // Who he is who answers (RFC 9207), where it is told.
        if (response.getIssuer() != null && !response.getIssuer().getValue().equals(settings.issuer())) {
            throw ProviderFailure.untrue("another one answers");
        }
    }

    /** Words of the provider are no words for a log: it may repeat what people typed. */
    private static Refusal.Violation refused(ProviderFailure failure) {
        LOG.warn("a sign-in by the provider failed: {}", failure.getMessage());
        return new Refusal.Violation("", failure.code());
    }
}
