package cn.lianxin.platform.outgoing;

import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail server, as those who start Lianxin name it. */
@Component
class MailSettings {

    enum Security {
        /** Encrypted from the first byte. */
        TLS,
        /** Encrypted before anything is said, or not at all sent. */
        STARTTLS,
        NONE
    }

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String WRITE_MILLISECONDS = "60000";

    final String host;
    final int port;
    final Security security;
    final String user;
    final String password;
    final String from;
    final Duration timeout;

    MailSettings(
            @Value("${lianxin.mail.host:}") String host,
            @Value("${lianxin.mail.port:587}") int port,
            @Value("${lianxin.mail.security:starttls}") String security,
            @Value("${lianxin.mail.user:}") String user,
            @Value("${lianxin.mail.password:}") String password,
            @Value("${lianxin.mail.from:}") String from,
            @Value("${lianxin.mail.timeout:5m}") Duration timeout) {
        this.host = host;
        this.port = port;
        this.security = Security.valueOf(security.toUpperCase(Locale.ROOT));
        this.user = user;
        this.password = password;
        this.from = from;
        this.timeout = timeout;
        if (timeout.compareTo(LONGEST) > 0) {
            throw new IllegalStateException("lianxin.mail.timeout: at most ten minutes");
        }
        if (!host.isBlank() && !Mail.isAddress(from)) {
            throw new IllegalStateException("lianxin.mail.from must be the mail address that Lianxin writes from");
        }
    }

    boolean given() {
        return !host.isBlank();
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** @param longest that an answer may take */
    Properties properties(Trust trust, Duration longest) {
        var properties = new Properties();
        properties.put("mail.smtp.localhost", domain());
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLISECONDS);
        properties.put("mail.smtp.timeout", Long.toString(longest.toMillis()));
        properties.put("mail.smtp.writetimeout", WRITE_MILLISECONDS);
        properties.put("mail.smtp.auth", Boolean.toString(!user.isBlank()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trust.context().getSocketFactory());
        switch (security) {
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case NONE -> {}
        }
        return properties;
    }
}
