package cn.lianxin.demo;

import cn.lianxin.factor.InventedEnterprise;
import org.springframework.stereotype.Component;

/** In the demo enterprise everybody signs in with what stands in the table, so that a newcomer sees each role at once. */
@Component
class ForShow implements InventedEnterprise {

    private final Progress progress;

    ForShow(Progress progress) {
        this.progress = progress;
    }

    @Override
    public boolean stands() {
        return progress.read().isPresent();
    }
}
