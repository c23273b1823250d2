/** Measures the product beside a floor, in one alternating run: the same SQL without the product. */
@NullMarked
package cn.lianxin.bench;

import org.jspecify.annotations.NullMarked;
