/** Checks on the audit trail. */
@NullMarked
package cn.lianxin.platform.audit;

import org.jspecify.annotations.NullMarked;
