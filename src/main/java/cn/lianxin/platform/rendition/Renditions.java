package cn.lianxin.platform.rendition;

import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.Content;
import cn.lianxin.platform.attachment.Credit;
import cn.lianxin.platform.attachment.KeptRenditions;
import cn.lianxin.platform.rendition.Size.Coding;
import java.awt.Dimension;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pictures in the sizes of {@link Size}. All of a picture are made at one decoding, when the first is asked for, by one of those who
 * ask; who waits too long gets the picture as it is, and the next reader gets the small one.
 */
@Component
public class Renditions {

    private static final Logger LOG = LoggerFactory.getLogger(Renditions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Up to this width the small picture that each photo has will do. */
    private static final int NEARLY_A_PREVIEW = 480;

    private final Attachments attachments;
    private final KeptRenditions kept;
    private final ConcurrentMap<AttachmentId, CompletableFuture<Map<String, Content>>> underWay =
            new ConcurrentHashMap<>();

    Renditions(Attachments attachments, KeptRenditions kept) {
        this.attachments = attachments;
        this.kept = kept;
    }

    /** Whether this machine writes WebP; where it does not, pages name JPEG alone. */
    public boolean webp() {
        return Webp.isThere();
    }

    /** In this size, or as it is where it has none: an animation, what a browser alone can read; NotFound if there is none. */
    public Content of(AttachmentId id, Size size) {
        var there = kept.find(id, size.name(), size.coding().mediaType());
        var content = there.isPresent() ? there.get().content() : Optional.ofNullable(made(id).get(size.name()));
        return content.orElseGet(() -> asItIs(id, size));
    }

    /** As pages name them, which leave room for each; whoever shows one first has it measured. */
    public Rendered rendered(AttachmentId id, String address, Map<AttachmentId, Dimension> sizes) {
        var size = sizes.getOrDefault(id, new Dimension());
        return new Rendered(address, size.width, size.height, webp());
    }

    /** How large these are, upright: one query, and one more for those that nobody has measured. */
    public Map<AttachmentId, Dimension> sizes(Collection<AttachmentId> ids) {
        var sizes = kept.sizes(ids);
        var rest = ids.stream().filter(id -> !sizes.containsKey(id)).toList();
        if (!rest.isEmpty()) {
            sizes.putAll(kept.measure(rest));
        }
        return sizes;
    }

    private Content asItIs(AttachmentId id, Size size) {
        return size.width() <= NEARLY_A_PREVIEW ? attachments.preview(id) : attachments.get(id);
    }

    /** Of all who ask at once one works, the others wait for him. */
    private Map<String, Content> made(AttachmentId id) {
        var mine = new CompletableFuture<Map<String, Content>>();
        var other = underWay.putIfAbsent(id, mine);
        if (other != null) {
            return awaited(other);
        }
        try {
            var made = make(id);
            mine.complete(made);
            return made;
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            underWay.remove(id, mine);
        }
    }

    private static Map<String, Content> awaited(CompletableFuture<Map<String, Content>> other) {
        try {
            return other.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return Map.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException its ? its : new CompletionException(failed.getCause());
        }
    }

    private Map<String, Content> make(AttachmentId id) {
        var file = attachments.get(id);
        var sizes = Size.all(webp());
        if (!Photo.mayBeDecoded(file)) {
            kept.giveUp(id, sizes.stream().map(Size::name).toList());
            return Map.of();
        }
        var turn = Turns.takeFor(Photo.pixels(file), PATIENCE);
        if (turn.isEmpty()) {
            return Map.of();
        }
        try (var _ = turn.get()) {
            var bytes = new LinkedHashMap<String, byte[]>();
            var contents = new LinkedHashMap<String, Content>();
            var credit = Credit.packetIn(file);
            var photo = Photo.of(file, Size.WIDTHS.getLast());
            for (var size : sizes) {
                photo = photo.atMost(size.width());
                var written = size.coding() == Coding.WEBP ? Webp.of(photo.image()) : Jpeg.of(photo.image());
                var whole = Packets.into(written, size.coding(), credit, photo.image());
                bytes.put(size.name(), whole);
                contents.put(
                        size.name(),
                        new Content(
                                file.attachment(),
                                size.coding().mediaType(),
                                whole,
                                file.version() + "-" + size.name()));
            }
            kept.keep(id, bytes);
            return contents;
        } catch (IOException undecodable) {
            LOG.warn("A picture has no sizes: {}", undecodable.getMessage());
            kept.giveUp(id, sizes.stream().map(Size::name).toList());
            return Map.of();
        }
    }
}
