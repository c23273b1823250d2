package cn.lianxin.demo;

import cn.lianxin.organization.Employment;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person of the demo enterprise.
 *
 * @param rank within the unit, 0 for who leads it
 * @param leftOn his last day, empty while he works here
 */
record PersonPlan(
        String staffNumber,
        String name,
        boolean woman,
        int bornIn,
        Employment employment,
        String unit,
        int rank,
        String title,
        LocalDate from,
        Optional<LocalDate> leftOn) {

    boolean leads() {
        return rank == 0;
    }

    boolean works() {
        return leftOn.isEmpty();
    }
}
