package cn.lianxin.platform.virus;

import cn.lianxin.kernel.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Lets nothing in that a daemon finds infected, and nothing that it could not look at. */
@Component
@EnableConfigurationProperties(ScannerSettings.class)
public class VirusScanner implements DisposableBean {

    /** Of the refusal that is no word on the file: the same file may be taken later. */
    public static final String UNAVAILABLE = "virus-unavailable";

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);

    private final @Nullable ClamAv daemon;
    private final Quarantine quarantine;

    VirusScanner(ScannerSettings settings, Quarantine quarantine) {
        this.daemon = settings.isOn() ? new ClamAv(settings.scanner(), settings.patience()) : null;
        this.quarantine = quarantine;
    }

    /**
     * Asks the daemon, where one is set up. An infected file is kept apart, without its name and its sender: who brings a
     * virus along mostly does not know of it, and may have left no name.
     *
     * @param written the name as the sender may read it
     * @throws Refusal.Violation of the field {@code files}: {@code virus-found}, {@link #UNAVAILABLE}
     */
    public void mustBeClean(byte[] file, String written) {
        if (daemon == null) {
            return;
        }
        try {
            daemon.infectionOf(file).ifPresent(infection -> {
                LOG.warn("a file was kept out: {}", infection);
                quarantine.keep(file, infection);
                throw new Refusal.Violation("files", "virus-found", written);
            });
        } catch (IOException away) {
            LOG.warn("a file could not be looked at: {}", away.toString());
            throw new Refusal.Violation("files", UNAVAILABLE, written);
        }
    }

    State state() {
        if (daemon == null) {
            return State.OFF;
        }
        return daemon.answers() ? State.ANSWERS : State.AWAY;
    }

    /** How it stands with the daemon. */
    enum State {
        OFF,
        ANSWERS,
        AWAY
    }

    @Override
    public void destroy() {
        if (daemon != null) {
            daemon.close();
        }
    }
}
