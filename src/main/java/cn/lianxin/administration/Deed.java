package cn.lianxin.administration;

import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody did, in words.
 *
 * @param by his name, or which task or program
 * @param action as the trail keeps it
 * @param subject the name of the person or unit, else as the trail keeps it
 * @param role which one was given or taken
 * @param detail what else was written down
 */
record Deed(
        Instant at, AuditEntry.Who who, String by, String action, String subject, Optional<Role> role, String detail) {}
