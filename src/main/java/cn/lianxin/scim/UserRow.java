package cn.lianxin.scim;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.KnownPerson;
import cn.lianxin.organization.UnitCard;
import java.util.Optional;

/**
 * A person as one personnel system sees him.
 *
 * @param unit where he works, empty for who has left
 * @param lastUnit where he works or, of a leaver, worked
 * @param userName what the system calls him, where that is not his staff number
 */
record UserRow(
        KnownPerson person,
        Optional<UnitCard> unit,
        Optional<UnitId> lastUnit,
        Optional<String> externalId,
        Optional<String> userName) {

    long id() {
        return person.id().value();
    }

    String shownName() {
        return userName.orElse(person.staffNumber());
    }

    Version version() {
        return Version.of(this);
    }
}
