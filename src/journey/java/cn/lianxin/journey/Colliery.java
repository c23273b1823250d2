package cn.lianxin.journey;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;

/**
 * A mine of its own for each journey: a desk, the pay and the services department, two supervisors, and a worker of the
 * early shift. Everybody signs in with {@link #PASSWORD}.
 */
record Colliery(
        String mineName,
        String mineCode,
        UnitId mine,
        Member desk,
        Member payHandler,
        Member payLeader,
        Member services,
        Member supervisor,
        Member secondSupervisor,
        Member administrator,
        Member dispatcher,
        Member editor,
        Member worker,
        Member newcomer,
        String newcomersPassword) {

    static final String PASSWORD = "lamp-and-helmet-7";
    static final String PAY = "劳资科";
    static final String SERVICES = "后勤科";

    record Member(PersonId id, String number, String name) {}
}
