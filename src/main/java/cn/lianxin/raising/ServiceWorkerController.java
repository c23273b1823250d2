package cn.lianxin.raising;

import cn.lianxin.organization.Directory;
import cn.lianxin.promise.Matters;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What a browser installs to work without a network. Its text carries a digest of everything that it puts away, so that a
 * browser takes in anew what has changed and throws the old away.
 */
@Controller
class ServiceWorkerController {

    private static final List<String> PUT_AWAY = List.of(
            "static/lianxin.css",
            "static/lianxin.js",
            "static/icons.svg",
            "static/offline.js",
            "static/pass.js",
            "static/offline-drafts.js",
            "static/offline-page.js",
            "static/voice.js",
            "static/voice-worklet.js",
            "static/log.js",
            "static/paper.js");

    /** What the pages are made of. */
    private static final List<String> PAGE = List.of(
            "cn/lianxin/raising/JteofflineGenerated.class",
            "cn/lianxin/platform/transparency/JtepaperGenerated.class",
            "cn/lianxin/platform/web/JtelayoutGenerated.class",
            "cn/lianxin/platform/web/JterecorderGenerated.class",
            "messages/raising_zh_CN.properties",
            "messages/raising_en.properties",
            "messages/transparency_zh_CN.properties",
            "messages/transparency_en.properties",
            "messages/web_zh_CN.properties",
            "messages/web_en.properties");

    private final Matters matters;
    private final Directory directory;
    private final byte[] drafts = read("static/offline-drafts.js");
    private final byte[] pass = read("static/pass.js");
    private final byte[] worker = read("cn/lianxin/raising/service-worker.js");
    private final byte[] manifest = read("cn/lianxin/raising/manifest.webmanifest");
    private final byte[] released;

    ServiceWorkerController(Matters matters, Directory directory) {
        this.matters = matters;
        this.directory = directory;
        var digest = digest();
        PUT_AWAY.forEach(file -> digest.update(read(file)));
        PAGE.forEach(file -> digest.update(read(file)));
        digest.update(worker);
        this.released = digest.digest();
    }

    @GetMapping("/service-worker.js")
    ResponseEntity<String> script(HttpServletRequest request) {
        OfflineDoor.mustBeOnesOwnDevice(request);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body("const VERSION = \"" + version() + "\";\n" + text(pass) + text(drafts) + text(worker));
    }

    /** What a phone needs to put Lianxin among its programs, in the two languages at once. */
    @GetMapping("/manifest.webmanifest")
    ResponseEntity<byte[]> manifest(HttpServletRequest request) {
        OfflineDoor.mustBeOnesOwnDevice(request);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .body(manifest);
    }

    /** The lists on the page change without a release. */
    private String version() {
        var digest = digest();
        digest.update(released);
        digest.update((matters.all() + " " + directory.mines()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] read(String file) {
        try {
            return new ClassPathResource(file).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
