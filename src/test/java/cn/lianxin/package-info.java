/** What the tests of all rooms share. */
@NullMarked
package cn.lianxin;

import org.jspecify.annotations.NullMarked;
