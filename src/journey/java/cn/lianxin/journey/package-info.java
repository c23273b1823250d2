/** People on their way through the product, each in a real browser of his own. Compiled with {@code -Pbrowser} only. */
@NullMarked
package cn.lianxin.journey;

import org.jspecify.annotations.NullMarked;
