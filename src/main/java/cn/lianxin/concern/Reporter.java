package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import java.util.Optional;

/** Who speaks up, and to whom he shows his face. */
public sealed interface Reporter {

    /** 实名: everybody who handles the concern sees his name. */
    record Named(PersonId person) implements Reporter {}

    /** 保密: an alias to everybody but the desk that received it, and in every row but those of the vault. */
    record Confidential(PersonId person) implements Reporter {}

    /** 匿名: nobody knows, the database neither; the receipt alone leads back. */
    record Anonymous() implements Reporter {}

    default Optional<PersonId> known() {
        return switch (this) {
            case Named(var person) -> Optional.of(person);
            case Confidential(var person) -> Optional.of(person);
            case Anonymous() -> Optional.empty();
        };
    }

    default Mode mode() {
        return switch (this) {
            case Named _ -> Mode.NAMED;
            case Confidential _ -> Mode.CONFIDENTIAL;
            case Anonymous _ -> Mode.ANONYMOUS;
        };
    }

    /** The three ways as a form offers them. */
    enum Mode {
        NAMED,
        CONFIDENTIAL,
        ANONYMOUS
    }
}
