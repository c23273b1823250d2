package cn.lianxin.platform.outgoing;

import cn.lianxin.kernel.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls other machines by HTTP and nobody else's: only where the {@link Guard} lets them go, without redirects, proxies,
 * cookies or retries of its own, for a bounded time and a bounded answer.
 */
@Component
public class OutgoingCalls implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Guard guard;
    private final CloseableHttpClient client;
    private final Duration longest;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("outgoing-watch").factory());

    @Autowired
    OutgoingCalls(AllowedDestinations allowed, Trust trust) {
        this(SystemDefaultDnsResolver.INSTANCE, allowed, trust, LONGEST);
    }

    OutgoingCalls(DnsResolver names, AllowedDestinations allowed, Trust trust, Duration longest) {
        this.guard = new Guard(names, allowed);
        this.client = HttpClientSetup.client(trust, longest);
        this.longest = longest;
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Refuses {@code address-wrong} and {@code address-not-allowed}; whoever types an address learns it at once. */
    public void mustBeAllowed(String url, String field) {
        try {
            guard.addressesOf(Destination.of(url, field));
        } catch (Guard.Forbidden forbidden) {
            throw new Refusal.Violation(field, "address-not-allowed");
        } catch (UnknownHostException unknown) {
            throw new Refusal.Violation(field, "address-unknown");
        }
    }

    public Exchange send(HttpCall call, Handover handover) {
        try {
            var to = Destination.of(call.url(), "url");
            return send(call, to, guard.addressesOf(to), handover);
        } catch (Refusal.Violation wrong) {
            return new Exchange.Unreached(Trouble.NOT_ALLOWED, wrong.code());
        } catch (Guard.Forbidden forbidden) {
            return new Exchange.Unreached(Trouble.NOT_ALLOWED, "address-not-allowed");
        } catch (UnknownHostException unknown) {
            return new Exchange.Unreached(Trouble.NOT_REACHED, "DNS");
        }
    }

    /** The next address is tried only where nothing has arrived at the one before. */
    private Exchange send(HttpCall call, Destination to, List<InetAddress> addresses, Handover handover) {
        Exchange last = new Exchange.Unreached(Trouble.NOT_REACHED, "DNS");
        for (var address : addresses) {
            last = send(call, to, address, handover);
            if (!(last instanceof Exchange.Unreached)) {
                return last;
            }
        }
        return last;
    }

    private Exchange send(HttpCall call, Destination to, InetAddress address, Handover handover) {
        var request = request(call, to);
        var context = HttpClientContext.create();
        var crossing = HttpClientSetup.cross(context, handover);
        var cut = watch.schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return answer(
                    client.executeOpen(new HttpHost(to.scheme(), address, to.host(), to.port()), request, context));
        } catch (IOException e) {
            return crossing.get()
                    ? new Exchange.Lost(e.getClass().getSimpleName())
                    : new Exchange.Unreached(Trouble.NOT_REACHED, e.getClass().getSimpleName());
        } finally {
            cut.cancel(false);
            // Closes the connection; closing the answer would first read it to its end.
            request.cancel();
        }
    }

    private static HttpUriRequestBase request(HttpCall call, Destination to) {
        var host = to.host().contains(":") ? "[" + to.host() + "]" : to.host();
        var request = new HttpUriRequestBase(
                call.method(), java.net.URI.create(to.scheme() + "://" + host + ":" + to.port() + to.rest()));
        call.headers().forEach(request::setHeader);
        if (!call.contentType().isEmpty()) {
            request.setEntity(
                    new StringEntity(call.body(), ContentType.create(call.contentType(), StandardCharsets.UTF_8)));
        }
        return request;
    }

    /** Of an answer that says no, the status alone counts, but for 409, which may say how far it is; one that says yes must be whole. */
    private static Exchange answer(ClassicHttpResponse response) throws IOException {
        var retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        var pause = retryAfter == null ? "" : retryAfter.getValue();
        var entity = response.getEntity();
        if (entity == null || response.getCode() / 100 != 2 && response.getCode() != HttpStatus.SC_CONFLICT) {
            return new Exchange.Answer(response.getCode(), pause, "");
        }
        var body = entity.getContent().readNBytes(LONGEST_ANSWER);
        return new Exchange.Answer(response.getCode(), pause, new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
