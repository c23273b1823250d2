/** Units move, people come and go, files are imported, pages are rendered. */
@NullMarked
package cn.lianxin.organization;

import org.jspecify.annotations.NullMarked;
