package cn.lianxin.sealed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key of an envelope, closed for one reader.
 *
 * @param kid whose key opens it
 * @param epk the sender's part of the agreement, made for this once
 */
record ContentKey(String kid, PublicKey epk, String wrappedKey) {

    private static final int WRAPPED = 40;

    /** As it stands among the {@code recipients} of RFC 7516. */
    record Sent(@Nullable Header header, @Nullable String encrypted_key) {
        ContentKey checked() {
            if (header == null || header.kid == null || !Sealing.TO_PEOPLE.equals(header.alg)) {
                throw Sealing.broken();
            }
            Sealing.bytes(encrypted_key, WRAPPED);
            return new ContentKey(header.kid, PublicKey.of(header.epk), Objects.requireNonNull(encrypted_key));
        }
    }

    record Header(@Nullable String alg, @Nullable String kid, PublicKey.@Nullable Sent epk) {}
}
