package cn.lianxin.platform.transparency;

import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.note.LogProof;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For rooms that hand out what stands behind an entry of theirs. */
@Component
public class EnteredProofs {

    /** @param salts by field */
    public record Entered(LogProof proof, Map<String, Salt> salts) {}

    private final Entries entries;
    private final LogPaths paths;

    EnteredProofs(Entries entries, LogPaths paths) {
        this.entries = entries;
        this.paths = paths;
    }

    /** Whether there is one to be found, without working it out. */
    @Transactional(readOnly = true)
    public boolean isThere(String kind, String subject) {
        return entries.placed(kind, subject)
                .filter(placed -> paths.isSigned(placed.place()))
                .isPresent();
    }

    /** Empty while it has no place in what was signed, and once its salts were destroyed. */
    @Transactional(readOnly = true)
    public Optional<Entered> find(String kind, String subject) {
        return entries.placed(kind, subject)
                .flatMap(placed -> paths.proof(placed.place())
                        .map(proof -> new Entered(
                                proof,
                                placed.salts().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, one -> Salt.parse(one.getValue()))))));
    }
}
