package cn.lianxin.problem;

import cn.lianxin.platform.vault.ActorParameters;

/** What an actor sees, by {@code problem.visible} and {@code concern.case_seen_by} beneath it; their parameters are {@link ActorParameters}. */
final class Sight {

    private static final String PARAMETERS =
            "(:person, :alias, :desk, :handle, :lead, :supervise, :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise)";

    /** The problems that the actor may see, as a table named {@code p}. */
    static final String PROBLEMS = "problem.visible" + PARAMETERS + " p";

    /** The concerns that he may see and did not raise, as a table named {@code v}. */
    static final String CONCERNS = "concern.case_seen_by" + PARAMETERS + " v";

    /** The same for somebody who is not here, by the roles of his own. */
    static final String CONCERNS_OF_SOMEBODY = """
            concern.case_seen_by(:person, :alias,
                problem.held_by(:person, 'DESK_OFFICER'), problem.held_by(:person, 'HANDLER'),
                problem.held_by(:person, 'UNIT_LEADER'), problem.held_by(:person, 'SUPERVISOR'), cast('{}' as bigint[]),
                cast('{}' as bigint[]), cast('{}' as bigint[]), cast('{}' as bigint[]), cast('{}' as bigint[])) v""";

    private Sight() {}
}
