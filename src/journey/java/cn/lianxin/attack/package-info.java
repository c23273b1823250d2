/** Programs that break into web pages, let loose on the running demo. Compiled with {@code -Pbrowser} only. */
@NullMarked
package cn.lianxin.attack;

import org.jspecify.annotations.NullMarked;
