package cn.lianxin.platform.outgoing;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One mail in plain text to one person.
 *
 * @param id becomes its Message-ID; the same for every attempt
 * @param attached files that go with it
 */
public record Mail(UUID id, String to, String subject, String text, List<Attached> attached) {

    /** A file; the name may be in any script. */
    public record Attached(String name, String mediaType, byte[] bytes) {}

    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final int LONGEST = 254;

    public Mail {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("not a mail address");
        }
        attached = List.copyOf(attached);
    }

    /** Words alone. */
    public Mail(UUID id, String to, String subject, String text) {
        this(id, to, subject, text, List.of());
    }

    public Mail with(Attached file) {
        return new Mail(id, to, subject, text, List.of(file));
    }

    /** Plain addresses only: none with quotes, comments or another alphabet. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }
}
