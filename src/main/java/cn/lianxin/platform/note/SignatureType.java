package cn.lianxin.platform.note;

import java.util.Arrays;
import java.util.Optional;

/** What kinds of signatures are checked here; lines of others are kept and ignored, such as one by SM2 under 0xff. */
public enum SignatureType {
    /** Of a log. */
    ED25519(1),
    /** Of a witness, with the time at which it saw it. */
    COSIGNATURE(4);

    private final byte identifier;

    SignatureType(int identifier) {
        this.identifier = (byte) identifier;
    }

    byte identifier() {
        return identifier;
    }

    static Optional<SignatureType> of(byte identifier) {
        return Arrays.stream(values())
                .filter(type -> type.identifier == identifier)
                .findFirst();
    }
}
