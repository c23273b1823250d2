package cn.lianxin.open311;

import cn.lianxin.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Tells whether the same was sent again, whatever the order of its fields. The key is no part of it. */
final class SentContent {

    private SentContent() {}

    static String digest(MultiValueMap<String, String> fields, List<MultipartFile> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var field : new TreeMap<>(fields).entrySet()) {
                if (!field.getKey().equals("api_key")) {
                    add(digest, field.getKey());
                    field.getValue().forEach(value -> add(digest, value));
                }
            }
            for (var file : files) {
                add(digest, MessageDigest.getInstance("SHA-256").digest(file.getBytes()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException broken) {
            throw new Refusal.Violation("files", "upload-broken");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        add(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length before it, so that no two forms look alike. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
