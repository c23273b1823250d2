package cn.lianxin.kernel;

import java.util.Set;

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
    /** Keeps units, people, accounts and connections; sees no concern of anybody (系统管理员). */
    ADMINISTRATOR,
    /** Gives and takes roles, and the passwords of those who hold any (安全管理员). */
    SECURITY_ADMINISTRATOR,
    /** Reads what the administrators did, and who signed in; changes nothing (审计管理员). */
    AUDIT_ADMINISTRATOR,
    /** Sits in the dispatcher's office: hears of dangers to life at once, and sees nothing else (调度员). */
    DISPATCHER,
    /** Reads what is handed in to the newsroom first, and publishes what has been passed (编辑). */
    EDITOR,
    /** Answers for a section of the newsroom: facts and form (责任编辑). */
    SECTION_EDITOR,
    /** Has the last word on what the enterprise publishes (总编辑). */
    CHIEF_EDITOR;

    /** The three who keep the installation (三员): nobody is two of them, GB/T 22239-2019 8.1.5 and 8.1.7.1. */
    public static final Set<Role> ADMINISTRATORS = Set.of(ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR);

    /** Whether one person who held both would be two of the three administrators. */
    public boolean clashesWith(Role other) {
        return this != other && ADMINISTRATORS.contains(this) && ADMINISTRATORS.contains(other);
    }
}
