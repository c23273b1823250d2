package cn.lianxin.administration;

import cn.lianxin.kernel.Role;
import java.util.List;

/** One of the three duties, and who has it today. */
record Duty(Role role, List<Holder> holders) {

    /** @param unit in which, with all below it, by its path */
    record Holder(String name, String unit) {}
}
