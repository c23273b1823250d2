package cn.lianxin.evaluation;

import java.io.Serial;

/** A command or a file that cannot be measured; the message says what to change, in both languages. */
final class BadInput extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BadInput(String chinese, String english) {
        super(chinese + " · " + english);
    }
}
