package cn.lianxin.platform.virus;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the daemon is and how long it is waited for.
 *
 * @param scanner {@code host:port} or the path of its socket; empty where files are not looked at
 * @param patience for one answer; a file of 20 MB takes a second or two
 * @param quarantine how long an infected file is kept apart before it is deleted
 */
@ConfigurationProperties("lianxin.virus")
record ScannerSettings(
        @DefaultValue("") String scanner,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("30d") Duration quarantine) {

    boolean isOn() {
        return !scanner.isBlank();
    }
}
