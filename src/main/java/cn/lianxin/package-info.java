/** The business of Lianxin, one folder a room; {@code docs/architecture.md} has the map. */
@NullMarked
package cn.lianxin;

import org.jspecify.annotations.NullMarked;
