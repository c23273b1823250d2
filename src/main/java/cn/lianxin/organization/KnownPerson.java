package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.Optional;

/**
 * What an import compares a row with.
 *
 * @param unit of his main post that has no end
 */
public record KnownPerson(
        PersonId id,
        String staffNumber,
        String name,
        Employment employment,
        String phone,
        boolean left,
        Optional<UnitId> unit,
        Optional<String> title) {}
