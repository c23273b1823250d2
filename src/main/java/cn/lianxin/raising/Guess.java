package cn.lianxin.raising;

import cn.lianxin.concern.ConcernKind;

/** What the worker probably wants, by the matter; he can change it. */
final class Guess {

    private Guess() {}

    static ConcernKind kindOf(String matter) {
        return switch (matter) {
            case "M4" -> ConcernKind.CONSULTATION;
            case "J6" -> ConcernKind.SUGGESTION;
            case "K4", "K5" -> ConcernKind.REPORT;
            case "A6", "C5", "C6", "K1", "K3" -> ConcernKind.COMPLAINT;
            default -> ConcernKind.HELP;
        };
    }
}
