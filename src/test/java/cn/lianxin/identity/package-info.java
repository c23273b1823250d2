/** Tests of accounts, sign-in, roles and deputies. */
@NullMarked
package cn.lianxin.identity;

import org.jspecify.annotations.NullMarked;
