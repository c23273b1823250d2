package cn.lianxin.kernel;

/** What a person may be in a unit and everything below it. Being a worker needs no grant: everybody is one. */
public enum Role {
    /** Answers concerns that are assigned to the unit (承办人). */
    HANDLER,
    /** Receives, accepts and routes concerns for the unit's people (受理员). */
    DESK_OFFICER,
    /** Answers for the unit: grants extensions, approves replies, arbitrates below (单位负责人). */
    UNIT_LEADER,
    /** Watches over the handling, takes reports of wrongdoing and reviews (督办、纪检). */
    SUPERVISOR,
    /** Keeps units, people and accounts; sees no concern of anybody (管理员). */
    ADMINISTRATOR,
    /** Sits in the dispatcher's office: hears of dangers to life at once, and sees nothing else (调度员). */
    DISPATCHER
}
