package cn.lianxin.application;

import java.util.List;

/**
 * What somebody chose for a new token.
 *
 * @param application its id, 0 before one is chosen
 * @param scopes codes
 */
record TokenForm(long application, List<String> scopes, int days) {

    static final List<Integer> DAYS = List.of(30, 90, 365);

    static TokenForm empty() {
        return new TokenForm(0, List.of(), 90);
    }

    boolean has(ApplicationScope scope) {
        return scopes.contains(scope.code());
    }
}
