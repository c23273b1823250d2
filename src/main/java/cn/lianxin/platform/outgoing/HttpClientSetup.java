package cn.lianxin.platform.outgoing;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** Takes from the HTTP client all that it does of its own accord. */
final class HttpClientSetup {

    private static final String CROSSING = "crossing";
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int MANY = 200;

    /** Addresses are found by the guard; a second question must not be possible. */
    private static final class Nobody implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("asked twice: " + host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("asked twice: " + host);
        }
    }

    private record Crossing(Handover handover, AtomicBoolean begun) {

        void begin() {
            handover.begins();
            begun.set(true);
        }
    }

    private HttpClientSetup() {}

    static CloseableHttpClient client(Trust trust, Duration longest) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Nobody())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust.context()))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(100)
                                .setMaxLineLength(8_192)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.of(longest))
                        .build())
                .setMaxConnTotal(MANY)
                .setMaxConnPerRoute(MANY)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(Timeout.of(longest))
                        .setExpectContinueEnabled(false)
                        .build())
                // A connection that was kept may be dead already, and then nobody knows what arrived.
                .setConnectionReuseStrategy((_, _, _) -> false)
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), CROSSING, (request, scope, chain) -> {
                    if (scope.clientContext.getAttribute(CROSSING) instanceof Crossing crossing) {
                        crossing.begin();
                    }
                    try {
                        return chain.proceed(request, scope);
                    } catch (IllegalStateException cutOff) {
                        throw new InterruptedIOException();
                    }
                })
                .setUserAgent("Lianxin")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    /** Tells the handover when the connection stands and before a byte of the call is written; true from then on. */
    static AtomicBoolean cross(HttpClientContext context, Handover handover) {
        var begun = new AtomicBoolean();
        context.setAttribute(CROSSING, new Crossing(handover, begun));
        return begun;
    }
}
