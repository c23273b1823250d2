/** Ledgers as offices really keep them, and as attackers make them. */
@NullMarked
package cn.lianxin.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
