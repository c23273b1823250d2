package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person as other rooms see him, with the unit and title of his main appointment today.
 *
 * @param unit empty for who has left or has no appointment yet
 * @param title of the post, empty text without a unit
 * @param leftOn his last day, empty while he works here
 */
public record PersonCard(
        PersonId id,
        String staffNumber,
        String name,
        Optional<UnitId> unit,
        String title,
        Optional<LocalDate> leftOn) {}
