package cn.lianxin.formerportal;

import java.util.List;

/** A file, or the rest of one, in which no article can be found; the code has a sentence, {@code formerportal.skipped.<code>}. */
final class Unreadable extends Exception {

    private final String code;
    private final List<Object> arguments;

    Unreadable(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
