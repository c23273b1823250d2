/**
 * A fair share for everybody behind one address: an account, a receipt, a terminal has a share of its own and is never held
 * back by where it comes from; strangers share what their address gets, and beyond it show a proof of work or wait their turn.
 */
@NullMarked
@ApplicationModule(
        id = "platform.fairness",
        allowedDependencies = {"kernel", "platform.secret", "platform.web"})
package cn.lianxin.platform.fairness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
