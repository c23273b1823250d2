package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.Grams;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * The four parts of a reply on a petition (信访工作条例 §32). Questions and suggestions may be answered by the opinion alone.
 *
 * @param request what was asked
 * @param facts what was found, and why
 * @param opinion what is done about it, by when
 * @param basis the rule it rests on
 * @param finding that there is something to answer; otherwise the facts are the reason why not
 * @param amount of money that is paid or paid back because of it, in yuan
 */
public record Reply(
        String request,
        String facts,
        String opinion,
        String basis,
        Outcome outcome,
        Finding finding,
        Optional<BigDecimal> amount) {

    private static final BigDecimal MOST = new BigDecimal(10_000_000);

    /** Replies of before there were findings, or amounts, have none. */
    public Reply {
        finding = Objects.requireNonNullElse(finding, Finding.ANSWERED);
        amount = Objects.requireNonNullElse(amount, Optional.empty());
    }

    public Reply(String request, String facts, String opinion, String basis, Outcome outcome, Finding finding) {
        this(request, facts, opinion, basis, outcome, finding, Optional.empty());
    }

    public Reply(String request, String facts, String opinion, String basis, Outcome outcome) {
        this(request, facts, opinion, basis, outcome, Finding.ANSWERED);
    }

    /** 支持、解释、不支持. */
    public enum Outcome {
        SUPPORT,
        EXPLAIN,
        NOT_SUPPORT
    }

    /** 无理、无法核实: with these a concern ends without being answered, and somebody outside of the unit has to sign each. */
    public enum Finding {
        ANSWERED(ConcernState.Ending.REPLIED),
        UNREASONABLE(ConcernState.Ending.UNREASONABLE),
        UNVERIFIABLE(ConcernState.Ending.UNVERIFIABLE);

        private final ConcernState.Ending ending;

        Finding(ConcernState.Ending ending) {
            this.ending = ending;
        }

        ConcernState.Ending ending() {
            return ending;
        }

        public boolean mustBeSigned() {
            return this != ANSWERED;
        }
    }

    /** As somebody types it: empty for none. Refuses {@code amount-wrong}. */
    public static Optional<BigDecimal> yuan(String typed) {
        var plain = Grams.normal(typed)
                .strip()
                .replace(",", "")
                .replaceAll("元$", "")
                .strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (!plain.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw new Refusal.Violation("amount", "amount-wrong");
        }
        return Optional.of(new BigDecimal(plain));
    }

    /** With an amount. Refuses {@code amount-wrong}, {@code amount-of-nothing}. */
    public Reply granting(BigDecimal yuan) {
        mustBeGrantable(yuan);
        return new Reply(request, facts, opinion, basis, outcome, finding, Optional.of(yuan));
    }

    /** Refuses, field by field, what petition rules demand and is not there. */
    void mustSuit(ConcernKind kind) {
        mustBeGiven("opinion", opinion);
        if (kind.needsFourParts()) {
            mustBeGiven("request", request);
            mustBeGiven("facts", facts);
            mustBeGiven("basis", basis);
        }
        amount.ifPresent(this::mustBeGrantable);
        if (finding.mustBeSigned()) {
            mustBeGiven("facts", facts);
            if (outcome == Outcome.SUPPORT) {
                throw new Refusal.Violation("outcome", "finding-supports-nothing");
            }
        }
    }

    private void mustBeGrantable(BigDecimal yuan) {
        if (yuan.signum() <= 0 || yuan.compareTo(MOST) > 0) {
            throw new Refusal.Violation("amount", "amount-wrong");
        }
        if (outcome == Outcome.NOT_SUPPORT) {
            throw new Refusal.Violation("amount", "amount-of-nothing");
        }
    }

    private static void mustBeGiven(String field, String text) {
        if (text.isBlank()) {
            throw new Refusal.Violation(field, "reply-part-missing");
        }
    }
}
