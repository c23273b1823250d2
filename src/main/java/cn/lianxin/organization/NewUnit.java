package cn.lianxin.organization;

import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A unit to be founded.
 *
 * @param code at most 40 letters, digits, dots, dashes and underscores
 * @param name at most 60 characters
 * @param shortName at most 20 characters; blank takes the name's first twenty
 * @param parent empty for the root of the tree
 * @param from the first day it exists
 */
public record NewUnit(
        String code, UnitKind kind, String name, String shortName, Optional<UnitId> parent, LocalDate from) {

    NewUnit cleaned() {
        var cleanName = Wording.line("name", name, 60);
        return new NewUnit(Wording.unitCode(code), kind, cleanName, shortNameOf(cleanName, shortName), parent, from);
    }

    static String shortNameOf(String cleanName, String shortName) {
        if (!shortName.isBlank()) {
            return Wording.line("shortName", shortName, 20);
        }
        return cleanName.codePointCount(0, cleanName.length()) <= 20
                ? cleanName
                : cleanName.substring(0, cleanName.offsetByCodePoints(0, 20)).strip();
    }
}
