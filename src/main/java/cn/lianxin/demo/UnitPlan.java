package cn.lianxin.demo;

import cn.lianxin.organization.UnitKind;
import java.util.Locale;

/**
 * A unit of the demo enterprise.
 *
 * @param parent its code, empty for the group
 * @param headcount how many have their main post in this very unit
 */
record UnitPlan(String code, String parent, UnitKind kind, String name, String shortName, int headcount) {

    static UnitPlan of(String[] row) {
        return new UnitPlan(
                row[0],
                row[1],
                UnitKind.valueOf(row[2].toUpperCase(Locale.ROOT)),
                row[3],
                row[4],
                Integer.parseInt(row[5]));
    }
}
