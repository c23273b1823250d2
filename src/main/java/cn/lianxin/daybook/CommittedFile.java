package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns.SentFile;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.witness.DayProof;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that stood with what was said: a commitment of its own within the leaf, so that the file can go and the words stay provable.
 *
 * @param salt as long as the file is there
 */
record CommittedFile(UUID file, Hash commitment, Optional<Salt> salt) {

    static CommittedFile of(SentFile sent) {
        var salt = Salt.random();
        return new CommittedFile(
                sent.id(),
                DayProof.commitFile(salt, sent.sha256().orElse("")),
                sent.sha256().map(_ -> salt));
    }
}
