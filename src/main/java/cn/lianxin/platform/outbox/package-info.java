/**
 * What has to leave the house: put down in the transaction that owes it, carried afterwards by one or several nodes.
 * Nothing is lost, and nothing goes twice unless the receiver is known to drop doubles.
 */
@NullMarked
@ApplicationModule(
        id = "platform.outbox",
        allowedDependencies = {"kernel", "platform.retention", "platform.outgoing"})
package cn.lianxin.platform.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
