package cn.lianxin.platform.certificate;

import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * A certificate, a key or an option that cannot be used: at the start nothing starts, later the certificate in force stays.
 * The code names a sentence, {@code certificate.trouble.<code>}, that says what to do.
 */
final class CertificateTrouble extends RuntimeException {

    private static final String PREFIX = "certificate.trouble.";

    private final String code;
    private final List<String> arguments;

    CertificateTrouble(String code, String... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    String key() {
        return PREFIX + code;
    }

    List<String> arguments() {
        return arguments;
    }

    /** In both languages, for the console, where nobody has chosen one. */
    String sentence() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/certificate");
        source.setDefaultEncoding("UTF-8");
        return source.getMessage(key(), arguments.toArray(), Locale.SIMPLIFIED_CHINESE) + " · "
                + source.getMessage(key(), arguments.toArray(), Locale.ENGLISH);
    }
}
