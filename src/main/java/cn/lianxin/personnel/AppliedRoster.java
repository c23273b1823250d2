package cn.lianxin.personnel;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a roster did.
 *
 * @param people who had their main post in the unit before
 * @param reason why so many left, where it had to be said
 */
record AppliedRoster(
        UUID id,
        UnitId unit,
        LocalDate day,
        String fileName,
        PersonId by,
        Instant at,
        int people,
        int joined,
        int moved,
        int left,
        int corrected,
        int waiting,
        String reason) {}
