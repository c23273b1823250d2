/**
 * 公用终端: one screen in the lamp room, the bath or the canteen that many use one after the other. Large targets, a card
 * reader that types the staff number, and nothing that stays behind for the next one.
 */
@NullMarked
@ApplicationModule(
        id = "terminal",
        allowedDependencies = {"kernel", "platform.audit", "platform.text", "platform.web", "organization", "identity"})
package cn.lianxin.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
