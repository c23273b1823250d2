package cn.lianxin.companyaccount;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company's OpenID Connect provider and how it knows us.
 *
 * @param issuer to the letter as the provider writes it
 * @param client by which it knows this installation
 * @param claim that is the staff number
 * @param algorithm by which it signs; no other counts
 * @param secondFactor words of its {@code amr} that count as more than a password; without any, our own second factor is
 *     asked for all the same
 */
@ConfigurationProperties("lianxin.openid")
record OpenIdSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String client,
        @DefaultValue("preferred_username") String claim,
        @DefaultValue("openid profile") String scope,
        @DefaultValue("RS256") String algorithm,
        @DefaultValue List<String> secondFactor) {

    OpenIdSettings {
        secondFactor = List.copyOf(secondFactor);
    }

    /** @throws IllegalStateException that names the setting which is wrong */
    void check() {
        if (!Addresses.isSafe(issuer)) {
            throw new IllegalStateException("lianxin.openid.issuer must begin with https:// " + issuer);
        }
        if (client.isBlank()) {
            throw new IllegalStateException(
                    "lianxin.openid.client: by which name the provider knows this installation");
        }
        if (!JWSAlgorithm.Family.SIGNATURE.contains(signature())) {
            throw new IllegalStateException(
                    "lianxin.openid.algorithm must be one that only the provider can sign by, such as RS256: "
                            + algorithm);
        }
        if (!List.of(scope.split(" ")).contains("openid")) {
            throw new IllegalStateException("lianxin.openid.scope must contain openid: " + scope);
        }
    }

    JWSAlgorithm signature() {
        return JWSAlgorithm.parse(algorithm);
    }

    URI metadata() {
        return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }
}
