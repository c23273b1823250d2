package cn.lianxin.organization;

import cn.lianxin.kernel.UnitId;
import java.util.Optional;

/**
 * A unit as other rooms see it; also of a unit that has ended, since old cases name it.
 *
 * @param code what ledgers and imports call it; unique for ever
 * @param shortName what people say, at most 20 characters
 * @param parent empty for the root alone
 */
public record UnitCard(UnitId id, String code, UnitKind kind, String name, String shortName, Optional<UnitId> parent) {}
