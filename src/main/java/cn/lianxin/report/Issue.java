package cn.lianxin.report;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * A report that was issued, without what it says.
 *
 * @param number 1, or one more than the issue it corrects
 * @param former the issue it corrects
 * @param open whether the people of the unit read all of it
 */
public record Issue(
        long id,
        UnitId unit,
        Period period,
        int number,
        Optional<Long> former,
        boolean open,
        String digest,
        Instant issuedAt,
        Optional<PersonId> issuedBy) {}
