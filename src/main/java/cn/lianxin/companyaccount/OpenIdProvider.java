package cn.lianxin.companyaccount;

import cn.lianxin.platform.outgoing.Exchange;
import cn.lianxin.platform.outgoing.HttpCall;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What the provider says of itself, asked when somebody first wants to sign in by it. No address of it is ever typed. */
@Component
@ConditionalOnProperty("lianxin.openid.issuer")
@EnableConfigurationProperties(OpenIdSettings.class)
class OpenIdProvider {

    private static final Duration LIFE = Duration.ofHours(1);
    /** So that nobody makes us ask again and again by keys that do not exist. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private record Known(OIDCProviderMetadata metadata, JWKSet keys, long at) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - at > age.toNanos();
        }
    }

    private final OpenIdSettings settings;
    private final OutgoingCalls calls;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;

    OpenIdProvider(OpenIdSettings settings, OutgoingCalls calls) {
        settings.check();
        this.settings = settings;
        this.calls = calls;
    }

    OIDCProviderMetadata metadata() throws ProviderFailure {
        return known(LIFE).metadata();
    }

    JWKSet keys() throws ProviderFailure {
        return known(LIFE).keys();
    }

    /** The keys of this moment, where some time has passed since they were last asked for. */
    JWKSet newerKeys() throws ProviderFailure {
        return known(PAUSE).keys();
    }

    String get(URI address, Map<String, String> headers) throws ProviderFailure {
        return send(new HttpCall("GET", address.toString(), headers, "", ""));
    }

    /** @return the answer, where the provider agrees */
    String send(HttpCall call) throws ProviderFailure {
        return switch (calls.send(call, () -> {})) {
            case Exchange.Answer answer when answer.status() == 200 -> answer.body();
            case Exchange.Answer answer
            when answer.status() < 500 -> throw ProviderFailure.untrue(call.method() + " answers " + answer.status());
            case Exchange.Answer answer -> throw ProviderFailure.away(call.method() + " answers " + answer.status());
            case Exchange.Unreached unreached ->
                throw ProviderFailure.away(unreached.trouble() + " " + unreached.detail());
            case Exchange.Lost lost -> throw ProviderFailure.away(lost.detail());
        };
    }

    private Known known(Duration age) throws ProviderFailure {
        asking.lock();
        try {
            var before = known;
            if (before != null && !before.isOlderThan(age)) {
                return before;
            }
            var metadata = read();
            var fresh = new Known(metadata, keysOf(metadata), System.nanoTime());
            known = fresh;
            return fresh;
        } finally {
            asking.unlock();
        }
    }

    private OIDCProviderMetadata read() throws ProviderFailure {
        try {
            var metadata = OIDCProviderMetadata.parse(get(settings.metadata(), Map.of()));
            if (!metadata.getIssuer().getValue().equals(settings.issuer())) {
                throw ProviderFailure.untrue("it calls itself " + metadata.getIssuer());
            }
            var addresses = Optional.ofNullable(metadata.getAuthorizationEndpointURI())
                    .filter(it -> Addresses.isSafe(it.toString()))
                    .flatMap(_ -> Optional.ofNullable(metadata.getTokenEndpointURI()))
                    .filter(it -> Addresses.isSafe(it.toString()))
                    .flatMap(_ -> Optional.ofNullable(metadata.getJWKSetURI()))
                    .filter(it -> Addresses.isSafe(it.toString()));
            if (addresses.isEmpty()) {
                throw ProviderFailure.untrue("an address of it is missing or not encrypted");
            }
            return metadata;
        } catch (ParseException unclear) {
            throw ProviderFailure.untrue("what it says of itself cannot be read");
        }
    }

    private JWKSet keysOf(OIDCProviderMetadata metadata) throws ProviderFailure {
        try {
            return JWKSet.parse(get(metadata.getJWKSetURI(), Map.of()));
        } catch (java.text.ParseException unclear) {
            throw ProviderFailure.untrue("its keys cannot be read");
        }
    }
}
