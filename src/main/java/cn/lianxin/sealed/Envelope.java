package cn.lianxin.sealed;

import cn.lianxin.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something sealed for several readers. */
@SuppressWarnings("ArrayRecordComponent") // Lives for one call and is never compared.
record Envelope(String iv, String tag, byte[] ciphertext, List<ContentKey> keys) {

    private static final int IV = 12;
    private static final int TAG = 16;
    private static final int SMALLEST = 16_384;

    /** Words and files together. */
    static final int LARGEST = 8_388_608;

    Envelope {
        keys = List.copyOf(keys);
    }

    /** The general form of RFC 7516. */
    record Sent(
            @Nullable String iv,
            @Nullable String tag,
            @Nullable String ciphertext,
            @Nullable List<ContentKey.Sent> recipients) {

        /** Refused as {@code sealed-broken} where it was cut off, or is of a size of its own. */
        Envelope checked(@Nullable String head) {
            if (!Sealing.HEAD.equals(head) || recipients == null) {
                throw Sealing.broken();
            }
            Sealing.bytes(iv, IV);
            Sealing.bytes(tag, TAG);
            var bytes = Sealing.bytes(ciphertext);
            if (bytes.length < SMALLEST || bytes.length > LARGEST || Integer.bitCount(bytes.length) != 1) {
                throw Sealing.broken();
            }
            var keys = recipients.stream().map(ContentKey.Sent::checked).toList();
            return new Envelope(Objects.requireNonNull(iv), Objects.requireNonNull(tag), bytes, keys);
        }
    }

    /** Refused as {@code sealed-key-stale} unless it is closed for exactly these: a key may have been replaced meanwhile. */
    Envelope closedFor(Set<String> readers) {
        var named = keys.stream().map(ContentKey::kid).collect(Collectors.toCollection(HashSet::new));
        if (!named.equals(readers) || keys.size() != readers.size()) {
            throw new Refusal.Conflict("sealed-key-stale");
        }
        return this;
    }
}
