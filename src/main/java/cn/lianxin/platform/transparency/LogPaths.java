package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.EntryBundle;
import cn.lianxin.platform.merkle.Tile;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.note.LogProof;
import cn.lianxin.platform.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The files of the log by their paths, no further than what was signed. */
@Component
class LogPaths {

    private static final Pattern OPENINGS = Pattern.compile("openings/([0-9]{1,15})/([1-9][0-9]{0,2})");
    private static final Pattern PROOF = Pattern.compile("proof/([0-9]{1,18})\\.tlog-proof");

    private final Checkpoints checkpoints;
    private final Tiles tiles;
    private final Shown shown;
    private final Keeping keeping;
    private final LogKeys keys;
    private final Policy policy;

    LogPaths(Checkpoints checkpoints, Tiles tiles, Shown shown, Keeping keeping, LogKeys keys, Policy policy) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.shown = shown;
        this.keeping = keeping;
        this.keys = keys;
        this.policy = policy;
    }

    /** Empty where there is no such file. */
    Optional<byte[]> read(String path, Reader reader) {
        var newest = checkpoints.newest();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        var size = newest.get().size();
        var openings = OPENINGS.matcher(path);
        if (openings.matches()) {
            return within(Tile.ENTRIES, Long.parseLong(openings.group(1)), Integer.parseInt(openings.group(2)), size)
                    .map(tile -> shown.openings(first(tile), first(tile) + tile.width(), reader));
        }
        var proof = PROOF.matcher(path);
        if (proof.matches()) {
            return Optional.of(Long.parseLong(proof.group(1)))
                    .filter(place -> place < size)
                    .map(place -> text(proof(place, newest.get()).toString()));
        }
        return switch (path) {
            case "checkpoint" -> Optional.of(text(newest.get().note().toString()));
            case "key" ->
                Optional.of(text(keys.verifiers().stream()
                        .map(VerifierKey::toString)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())));
            case "policy" -> Optional.of(text(policy.text()));
            case "published" ->
                Optional.of(text(keeping.published(size).stream()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())));
            default -> tile(path, size);
        };
    }

    /** Empty while it lies beyond what was signed. */
    Optional<LogProof> proof(long place) {
        return checkpoints.newest().filter(newest -> place < newest.size()).map(newest -> proof(place, newest));
    }

    boolean isSigned(long place) {
        return checkpoints.newest().filter(newest -> place < newest.size()).isPresent();
    }

    private Optional<byte[]> tile(String path, long size) {
        Tile asked;
        try {
            asked = Tile.parse(path);
        } catch (Unproven malformed) {
            return Optional.empty();
        }
        return within(asked.level(), asked.index(), asked.width(), size)
                .flatMap(tile -> tile.level() == Tile.ENTRIES
                        ? Optional.of(EntryBundle.of(shown.manifests(first(tile), first(tile) + tile.width())))
                        : tiles.find(tile));
    }

    /** Below a signed size, whether or not it was the newest. */
    private static Optional<Tile> within(int level, long index, int width, long size) {
        return Optional.of(new Tile(level, index, width))
                .filter(tile ->
                        width >= 1 && width <= Tile.of(level, index, size).width());
    }

    private LogProof proof(long place, Checkpoints.Signed newest) {
        return new LogProof(
                shown.manifests(place, place + 1).stream().findFirst(),
                place,
                tiles.tree(newest.size()).inclusion(place),
                newest.note());
    }

    private static long first(Tile tile) {
        return tile.index() * Tile.WIDTH;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
