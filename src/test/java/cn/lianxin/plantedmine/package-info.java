/**
 * A mine of which it is known what happened in it: a year of messages with causes planted in them, and the judge of whoever looks for those
 * causes. Nothing here knows how a detector works, and no detector may know these words.
 */
@NullMarked
package cn.lianxin.plantedmine;

import org.jspecify.annotations.NullMarked;
