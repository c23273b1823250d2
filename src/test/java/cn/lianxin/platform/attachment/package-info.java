/** Checks on files: what they really are, and what they must not tell. */
@NullMarked
package cn.lianxin.platform.attachment;

import org.jspecify.annotations.NullMarked;
