package cn.lianxin.platform.fairness;

import cn.lianxin.platform.secret.Secrets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What this installation has given out and recognises again without having kept it: locked, so that nobody makes or alters one.
 *
 * @param id by lot
 * @param fields what it says besides; none holds a space
 */
record Ticket(String id, Instant endsAt, List<String> fields) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORTEST = 48;
    private static final int LONGEST = 400;

    Ticket {
        fields = List.copyOf(fields);
    }

    static Ticket until(Instant end, String... fields) {
        return new Ticket(Long.toUnsignedString(RANDOM.nextLong(), Character.MAX_RADIX), end, List.of(fields));
    }

    String lock(Secrets secrets, String purpose) {
        var words = new ArrayList<>(List.of(id, Long.toString(endsAt.getEpochSecond())));
        words.addAll(fields);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.lock(String.join(" ", words), purpose));
    }

    /** Empty for whatever we did not give out for this purpose, and for what is over. */
    static Optional<Ticket> read(String text, Instant now, Secrets secrets, String purpose) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var words = List.of(
                    secrets.unlock(Base64.getUrlDecoder().decode(text), purpose).split(" "));
            var end = Instant.ofEpochSecond(Long.parseLong(words.get(1)));
            return end.isAfter(now)
                    ? Optional.of(new Ticket(words.get(0), end, words.subList(2, words.size())))
                    : Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
