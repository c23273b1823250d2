package cn.lianxin.platform.certificate;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks every minute, on every node, whatever else a node leaves to others: each shows a certificate of its own. */
class CertificateWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final RenewingCertificates renewing;
    private @Nullable ScheduledExecutorService timer;

    CertificateWatch(RenewingCertificates renewing) {
        this.renewing = renewing;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("certificate").factory());
        started.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        timer = started;
    }

    /** One failure must not be the last look. */
    private void look() {
        try {
            renewing.look();
        } catch (RuntimeException e) {
            LOG.warn("looking after the certificate failed; it is tried again in a minute", e);
        }
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
