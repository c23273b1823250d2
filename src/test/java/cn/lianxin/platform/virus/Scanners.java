package cn.lianxin.platform.virus;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scanners as an installation would set them up. */
public final class Scanners {

    private Scanners() {}

    /** Asks the daemon at this address, and keeps what it finds in this database. */
    public static VirusScanner at(String address, JdbcClient sql) {
        var settings = new ScannerSettings(address, Duration.ofSeconds(60), Duration.ofDays(30));
        return new VirusScanner(settings, new Quarantine(sql, settings, Clock.systemUTC()));
    }
}
