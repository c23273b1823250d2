package cn.lianxin.companyaccount;

import cn.lianxin.platform.outgoing.HttpCall;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Gives the code for an ID token, believes it only where the library does, and forgets every token at once. */
@Component
@ConditionalOnProperty("lianxin.openid.issuer")
class OpenIdTokens {

    private final OpenIdSettings settings;
    private final OpenIdProvider provider;
    private final OwnSecrets secrets;

    OpenIdTokens(OpenIdSettings settings, OpenIdProvider provider, OwnSecrets secrets) {
        this.settings = settings;
        this.provider = provider;
        this.secrets = secrets;
    }

    Vouched exchange(AuthorizationCode code, URI redirect, Begun begun) throws ProviderFailure {
        try {
            var answer = provider.send(call(code, redirect, begun));
            var tokens = OIDCTokenResponse.parse(JSONObjectUtils.parse(answer)).getOIDCTokens();
            var claims = believed(tokens.getIDToken(), new Nonce(begun.nonce()));
            var words = Optional.ofNullable(claims.getStringListClaim("amr"));
            return new Vouched(
                    number(claims, tokens.getAccessToken()),
                    words.stream().flatMap(java.util.List::stream).anyMatch(settings.secondFactor()::contains));
        } catch (ParseException unclear) {
            throw ProviderFailure.untrue("no ID token");
        }
    }

    private HttpCall call(AuthorizationCode code, URI redirect, Begun begun) throws ProviderFailure {
        var client = new ClientID(settings.client());
        var grant = new AuthorizationCodeGrant(code, redirect, new CodeVerifier(begun.verifier()));
        var endpoint = provider.metadata().getTokenEndpointURI();
        var request = secrets.find(OwnSecret.OPENID)
                .map(secret ->
                        new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build()
                .toHTTPRequest();
        var own = Optional.ofNullable(request.getAuthorization());
        return new HttpCall(
                "POST",
                endpoint.toString(),
                own.map(it -> Map.of("Authorization", it)).orElse(Map.of()),
                "application/x-www-form-urlencoded",
                request.getBody());
    }

    /** Issuer, audience, expiry, nonce and signature, by the one algorithm and the provider's own keys. */
    private IDTokenClaimsSet believed(JWT token, Nonce nonce) throws ProviderFailure {
        try {
            return forUsAlone(validator(provider.keys()).validate(token, nonce));
        } catch (BadJOSEException | JOSEException perhapsNewKeys) {
            try {
                return forUsAlone(validator(provider.newerKeys()).validate(token, nonce));
            } catch (BadJOSEException | JOSEException untrue) {
                throw ProviderFailure.untrue(untrue.getClass().getSimpleName());
            }
        }
    }

    /** The library is content where we are one of several; another of them could show us the token of his own user. */
    private IDTokenClaimsSet forUsAlone(IDTokenClaimsSet claims) throws ProviderFailure {
        var party = Optional.ofNullable(claims.getAuthorizedParty());
        if (claims.getAudience().size() != 1
                || party.filter(it -> !it.getValue().equals(settings.client())).isPresent()) {
            throw ProviderFailure.untrue("a token for others");
        }
        return claims;
    }

    private IDTokenValidator validator(com.nimbusds.jose.jwk.JWKSet keys) {
        return new IDTokenValidator(
                new Issuer(settings.issuer()), new ClientID(settings.client()), settings.signature(), keys);
    }

    /** In the token or, as many providers have it, where it leads. */
    private String number(IDTokenClaimsSet claims, AccessToken access) throws ProviderFailure, ParseException {
        var inToken = claims.getStringClaim(settings.claim());
        if (inToken != null) {
            return inToken;
        }
        var endpoint = provider.metadata().getUserInfoEndpointURI();
        if (endpoint == null || !Addresses.isSafe(endpoint.toString())) {
            throw ProviderFailure.untrue("no claim " + settings.claim());
        }
        var more =
                JSONObjectUtils.parse(provider.get(endpoint, Map.of("Authorization", access.toAuthorizationHeader())));
        if (!claims.getSubject().getValue().equals(more.get("sub"))) {
            throw ProviderFailure.untrue("the claims of somebody else");
        }
        if (!(more.get(settings.claim()) instanceof String number)) {
            throw ProviderFailure.untrue("no claim " + settings.claim());
        }
        return number;
    }
}
