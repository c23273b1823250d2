/** Checks on telling people, and on their inbox. */
@NullMarked
package cn.lianxin.platform.notification;

import org.jspecify.annotations.NullMarked;
