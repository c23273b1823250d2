/** Checks on the shape of the house itself; each is shown to be able to fail. */
@NullMarked
package cn.lianxin.shape;

import org.jspecify.annotations.NullMarked;
