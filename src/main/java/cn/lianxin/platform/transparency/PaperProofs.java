package cn.lianxin.platform.transparency;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.witness.SheetCodes;
import cn.lianxin.platform.witness.SheetProof;
import cn.lianxin.platform.witness.SheetProof.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a printed sheet carries so that it can be held against the log without a network: only of what everybody may read. */
@Component
public class PaperProofs {

    /**
     * One entry of the sheet.
     *
     * @param told fields whose content goes with it
     * @param words fields whose content goes with it only where there is room; else whoever checks types what is printed
     */
    public record Printed(String kind, String subject, List<String> told, List<String> words) {}

    /** What can be printed. */
    public sealed interface Standing {
        /** @param codes each the text of one QR code, to be put behind an address and {@code #proof=} */
        record Proven(List<String> codes, boolean words) implements Standing {}

        /** It has no place below a signed checkpoint yet. */
        record Waiting() implements Standing {}

        /** What stands here now is not what was entered: nothing may be printed as proven. */
        record Differs() implements Standing {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(PaperProofs.class);

    /** Two rows of three below a notice; nobody scans more. */
    private static final int MOST_CODES = 6;

    private final Entries entries;
    private final Tiles tiles;
    private final Checkpoints checkpoints;
    private final Keeping keeping;

    PaperProofs(Entries entries, Tiles tiles, Checkpoints checkpoints, Keeping keeping) {
        this.entries = entries;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.keeping = keeping;
    }

    @Transactional(readOnly = true)
    public Standing of(List<Printed> sheet) {
        var newest = checkpoints.newest();
        if (newest.isEmpty()) {
            return new Standing.Waiting();
        }
        try {
            var whole = parts(sheet, newest.get().size(), true);
            if (whole.size() < sheet.size()) {
                return new Standing.Waiting();
            }
            var codes = SheetCodes.split(new SheetProof(newest.get().note(), whole).bytes());
            if (codes.size() <= MOST_CODES) {
                return new Standing.Proven(codes, true);
            }
            var shorter = parts(sheet, newest.get().size(), false);
            return new Standing.Proven(
                    SheetCodes.split(new SheetProof(newest.get().note(), shorter).bytes()), false);
        } catch (Unproven differs) {
            LOG.error("a sheet is printed without its proof: {}", differs.getMessage());
            return new Standing.Differs();
        }
    }

    /** Of those that have a place. */
    private List<SheetProof.Part> parts(List<Printed> sheet, long size, boolean words) {
        var parts = new ArrayList<SheetProof.Part>();
        for (var one : sheet) {
            entries.place(one.kind(), one.subject())
                    .filter(place -> place < size)
                    .flatMap(place -> part(one, place, size, words))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<SheetProof.Part> part(Printed printed, long place, long size, boolean words) {
        var entry = entries.between(place, place + 1).getFirst();
        var now = published(printed);
        if (entry.salts().isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        var manifest = Manifest.parse(entry.manifest());
        var open = new TreeMap<String, Opened>();
        for (var name : printed.told()) {
            open.put(name, opened(manifest, entry.salts().get().get(name), name, now.get(), true));
        }
        for (var name : printed.words()) {
            open.put(name, opened(manifest, entry.salts().get().get(name), name, now.get(), words));
        }
        return Optional.of(
                new SheetProof.Part(entry.manifest(), place, tiles.tree(size).inclusion(place), open));
    }

    private static Opened opened(Manifest manifest, @Nullable String salt, String name, Publication now, boolean told) {
        var content = now.fields().get(name);
        if (salt == null || content == null) {
            throw new Unproven(Unproven.Reason.FIELD_MISSING, manifest.subject() + ": " + name);
        }
        manifest.mustHold(name, Salt.parse(salt), content);
        return new Opened(salt, told ? Optional.of(content) : Optional.empty());
    }

    private Optional<Publication> published(Printed printed) {
        return keeping.rooms().stream()
                .filter(room -> room.kind().equals(printed.kind()) && Reader.ANYBODY.maySee(room))
                .flatMap(room -> room.find(List.of(printed.subject())))
                .filter(Reader.ANYBODY::maySee)
                .findFirst();
    }
}
