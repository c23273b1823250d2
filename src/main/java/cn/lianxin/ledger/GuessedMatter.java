package cn.lianxin.ledger;

import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;

/** The matter of a row whose ledger names none. */
final class GuessedMatter {

    private GuessedMatter() {}

    /** Never a report of wrongdoing: a guess must not hide a case from the office that kept its ledger. */
    static String of(String text, Matters matters) {
        return matters.suggest(text, Integer.MAX_VALUE).stream()
                .map(Matters.Suggestion::matter)
                .filter(matter -> !matter.grade().restricted())
                .findFirst()
                .map(Matter::code)
                .orElse(Matter.UNCLASSIFIED);
    }
}
