/** That no library of the product and of its tests has a weakness that is known. */
@NullMarked
package cn.lianxin.weakness;

import org.jspecify.annotations.NullMarked;
