package cn.lianxin.weakness;

import java.time.LocalDate;

/** A weakness that we live with: in this version alone, for this reason, until this day. */
record Accepted(String ecosystem, String name, String version, String advisory, LocalDate until, String reason) {

    boolean covers(Weakness weakness, Part part) {
        return advisory.equals(weakness.advisory()) && part.equals(new Part(ecosystem, name, version));
    }
}
