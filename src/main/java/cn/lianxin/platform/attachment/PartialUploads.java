package cn.lianxin.platform.attachment;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.virus.VirusScanner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Files that arrive in parts, and go on where the network broke off. Whoever has the key of one may continue it; nobody can
 * read it. When the last part has come it passes the examination of {@link Attachments#take} and is an attachment like any
 * other, which has to be kept by the transaction that attaches it. What is not continued for three days is gone.
 */
@Component
public class PartialUploads {

    /** Longest part, in bytes. */
    public static final int LARGEST_PART = 1024 * 1024;

    private static final Duration LIFE = Duration.ofDays(3);

    private final Partials partials;
    private final Attachments attachments;
    private final Clock clock;

    PartialUploads(Partials partials, Attachments attachments, Clock clock) {
        this.partials = partials;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * Announces a file, or says how far the announced one has come. Refused as {@code upload-other} where this key
     * announced another file, otherwise as {@link Attachments#take} refuses.
     *
     * @param key unguessable; kept as a digest
     * @param sha256 of the whole file, in hexadecimal
     */
    public UploadProgress begin(String key, String claimedName, long size, String sha256, Actor by) {
        var name = FileName.of(claimedName).written();
        if (size < 1) {
            throw new Refusal.Violation("files", "file-empty", name);
        }
        if (size > Intake.LARGEST) {
            throw new Refusal.Violation("files", "file-too-large", name, Intake.LARGEST / 1024 / 1024);
        }
        var announced = new Partial(digest(key), name, size, parsed(sha256), 0, Optional.empty());
        var partial = partials.begin(announced, clock.instant());
        if (!partial.announces(announced.size(), announced.sha256())) {
            throw new Refusal.Conflict("upload-other");
        }
        return partial.waitsToBeTaken() ? finish(partial, by) : partial.progress();
    }

    /** NotFound where nothing was announced with this key, or it was too long ago. */
    public UploadProgress progress(String key) {
        return partials.find(digest(key)).map(Partial::progress).orElseThrow(Refusal.NotFound::new);
    }

    /**
     * Takes the next part. Refused as {@code upload-offset} where it begins anywhere else than the last one ended, as
     * {@code upload-altered} where the whole is not what was announced; then it has to be sent from the beginning.
     */
    public UploadProgress append(String key, long offset, byte[] part, Actor by) {
        var partial = partials.append(digest(key), offset, part, clock.instant());
        return partial.waitsToBeTaken() ? finish(partial, by) : partial.progress();
    }

    /** What has become of these files, in their order. Refused as {@code upload-missing} until all of them are whole. */
    public List<AttachmentId> whole(Collection<String> keys) {
        return keys.stream()
                .map(key -> partials.find(digest(key))
                        .flatMap(Partial::attachment)
                        .orElseThrow(() -> new Refusal.Conflict("upload-missing")))
                .toList();
    }

    /** In the transaction that attaches what became of them. */
    public void forget(Collection<String> keys) {
        partials.forget(keys.stream().map(PartialUploads::digest).toList());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void forgetOld() {
        partials.forgetOlderThan(clock.instant().minus(LIFE));
    }

    private UploadProgress finish(Partial partial, Actor by) {
        var bytes = partials.bytesOf(partial.digest());
        if (bytes.isPresent()) {
            take(partial, bytes.get(), by);
        }
        return new UploadProgress(partial.size(), partial.size(), true);
    }

    private void take(Partial partial, byte[] bytes, Actor by) {
        try {
            if (!Arrays.equals(sha256(bytes), partial.sha256())) {
                throw new Refusal.Conflict("upload-altered");
            }
            var taken = attachments.take(new ByteArrayInputStream(bytes), partial.name(), by);
            if (!partials.becomes(partial.digest(), taken.id())) {
                attachments.discard(List.of(taken.id()));
            }
        } catch (Refusal refused) {
            if (refused.code().equals(VirusScanner.UNAVAILABLE)) {
                // All of it is here, and the phone asks again.
                throw new Refusal.Conflict(VirusScanner.UNAVAILABLE, partial.name());
            }
            partials.forget(List.of(partial.digest()));
            throw refused;
        }
    }

    private static byte[] parsed(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new Refusal.Violation("files", "upload-broken");
        }
        return HexFormat.of().parseHex(sha256);
    }

    private static String digest(String key) {
        return HexFormat.of().formatHex(sha256(("upload:" + key).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
