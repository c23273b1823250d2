package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.witness.Verification;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The same verification as from outside, from within, where all of it can be seen. */
@Component
class Inspecting {

    private final LogPaths paths;
    private final Checkpoints checkpoints;
    private final LogKeys keys;
    private final ObjectProvider<RoomInspection> rooms;

    Inspecting(LogPaths paths, Checkpoints checkpoints, LogKeys keys, ObjectProvider<RoomInspection> rooms) {
        this.paths = paths;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.rooms = rooms;
    }

    /** Empty where nothing was signed yet. Refuses where not even the checkpoint is ours. */
    Optional<Verification.Report> inspect() {
        return checkpoints.newest().map(newest -> {
            newest.note().mustBeSignedBy(keys.verifiers());
            var point = Checkpoint.parse(newest.note().text());
            if (point.size() != newest.size()) {
                throw new Unproven(Reason.CHECKPOINT_MALFORMED, "kept under size " + newest.size());
            }
            var report = Verification.of(
                    path -> paths.read(path, Reader.WITHIN).orElseThrow(() -> new Unproven(Reason.OUT_OF_REACH, path)),
                    point);
            var faults = new ArrayList<>(report.faults());
            rooms.forEach(room -> room.inspect(faults::add));
            return new Verification.Report(
                    report.checkpoint(), faults, report.held(), report.erased(), report.withheld());
        });
    }
}
