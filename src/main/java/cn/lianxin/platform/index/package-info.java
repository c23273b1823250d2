/**
 * Finds texts among a million in a few milliseconds: an index that is derived from the database, lies in the data directory of
 * one node, and may be thrown away at any time. It knows neither rights nor rooms: whoever asks it says by which keys he may
 * come near a text, and looks himself whether what came back is there and may be seen.
 */
@NullMarked
@ApplicationModule(
        id = "platform.index",
        allowedDependencies = {"platform.text"})
package cn.lianxin.platform.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
