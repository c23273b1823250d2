package cn.lianxin.privacy;

import cn.lianxin.kernel.PersonId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody asks to have corrected or erased.
 *
 * @param owner who has it, where there is anybody
 * @param done empty while it waits; then whether it was done
 */
record DataRequest(
        long id,
        PersonId person,
        Kind kind,
        String number,
        String words,
        Optional<PersonId> owner,
        LocalDate dueOn,
        Optional<Boolean> done,
        String answer) {

    enum Kind {
        /** Something of his personnel data is wrong: to whoever keeps the people. */
        CORRECT,
        /** What he said in a concern: to a supervisor, who sees concerns. */
        ERASE
    }
}
