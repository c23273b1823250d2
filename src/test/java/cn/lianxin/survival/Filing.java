package cn.lianxin.survival;

import java.util.Optional;

/**
 * One concern that somebody sent, or tried to.
 *
 * @param word in its text and in no other
 * @param token of its form
 * @param slip what he was told; empty where no answer came, or another one
 */
record Filing(Phone by, String word, String token, Mode mode, Optional<Phone.Slip> slip) {

    enum Mode {
        NAMED,
        CONFIDENTIAL,
        ANONYMOUS
    }

    boolean acknowledged() {
        return slip.isPresent();
    }
}
