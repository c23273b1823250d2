package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.Unproven;
import java.util.function.Consumer;

/** What a room holds against what lies behind its entries, whenever the log is verified from within. */
public interface RoomInspection {

    /** @param found takes each fault; a room ends after as many as somebody reads */
    void inspect(Consumer<Unproven> found);
}
