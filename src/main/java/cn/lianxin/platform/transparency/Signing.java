package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.Proofs;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.SignedNote;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs what has been numbered, if it goes on from what was signed before; anything else would be the proof against us. */
@Component
class Signing {

    private static final Logger LOG = LoggerFactory.getLogger(Signing.class);

    private final Tiles tiles;
    private final Checkpoints checkpoints;
    private final LogKeys keys;
    private final SignedHeads heads;
    private final Clock clock;
    private volatile Optional<Unproven> stopped = Optional.empty();

    Signing(Tiles tiles, Checkpoints checkpoints, LogKeys keys, SignedHeads heads, Clock clock) {
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.heads = heads;
        this.clock = clock;
    }

    /** Whether there is a new checkpoint. */
    @Transactional
    public boolean sign() {
        var size = tiles.hold();
        var newest = checkpoints.newest();
        if (newest.filter(signed -> signed.size() >= size).isPresent()) {
            return false;
        }
        var tree = tiles.tree(size);
        try {
            var point = new Checkpoint(keys.origin(), size, tree.root());
            for (var before : Stream.of(
                            newest.map(signed -> Checkpoint.parse(signed.note().text())), heads.newest(keys.origin()))
                    .flatMap(Optional::stream)
                    .filter(before -> before.size() > 0)
                    .toList()) {
                Proofs.mustGrow(
                        before.size(),
                        size,
                        before.root(),
                        point.root(),
                        before.size() > size ? List.of() : tree.consistency(before.size()));
            }
            var at = clock.instant();
            var note = new SignedNote(
                    point.text(),
                    keys.keys().stream().map(key -> key.sign(point.text(), at)).toList());
            heads.add(point);
            checkpoints.add(size, note, at);
            stopped = Optional.empty();
            return true;
        } catch (Unproven fork) {
            LOG.error("the public log is not signed: {}", fork.getMessage());
            stopped = Optional.of(fork);
            return false;
        }
    }

    /** Why nothing is signed, where it is not. */
    Optional<Unproven> stopped() {
        return stopped;
    }
}
