package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.Hash;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one sequencer: whoever holds the head gives what is committed its places, without a gap. */
@Component
class Numbering {

    static final int AT_ONCE = 2_000;

    private final Entries entries;
    private final Tiles tiles;

    Numbering(Entries entries, Tiles tiles) {
        this.entries = entries;
        this.tiles = tiles;
    }

    /** How many got a place; call again until none does. */
    @Transactional
    public int number() {
        var size = tiles.hold();
        var waiting = entries.waiting(AT_ONCE);
        if (!waiting.isEmpty()) {
            entries.number(waiting, size);
            tiles.add(
                    size,
                    waiting.stream().map(one -> Hash.ofLeaf(one.manifest())).toList());
        }
        return waiting.size();
    }
}
