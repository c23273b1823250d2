package cn.lianxin.scim;

import cn.lianxin.organization.UnitCard;
import java.util.Optional;

/**
 * A unit as one personnel system sees it.
 *
 * @param parent code of the unit above
 */
record UnitRow(UnitCard card, Optional<String> parent, Optional<String> externalId) {

    long id() {
        return card.id().value();
    }

    Version version() {
        return Version.of(this);
    }
}
