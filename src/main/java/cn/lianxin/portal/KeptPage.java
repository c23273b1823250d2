package cn.lianxin.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A page as it was rendered once, with everything that its answer said; packed once too.
 *
 * @param headers but those that depend on who asks
 * @param tag of exactly these bytes, as browsers send it back
 */
record KeptPage(Map<String, String> headers, byte[] plain, byte[] packed, String tag) {

    /** What a connection or the packing says for itself. */
    private static final Set<String> OF_ONE_ANSWER =
            Set.of("content-length", "content-encoding", "transfer-encoding", "connection", "date", "vary", "etag");

    static KeptPage of(ContentCachingResponseWrapper rendered) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : rendered.getHeaderNames()) {
            if (!OF_ONE_ANSWER.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", rendered.getHeaders(name)));
            }
        }
        headers.put(HttpHeaders.CONTENT_TYPE, String.valueOf(rendered.getContentType()));
        headers.put(HttpHeaders.VARY, "Accept-Encoding, Cookie");
        var plain = rendered.getContentAsByteArray();
        return new KeptPage(headers, plain, packed(plain), tag(plain));
    }

    int weight() {
        return plain.length + packed.length;
    }

    /** Nothing but the headers where the browser has these bytes already. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        response.setHeader(HttpHeaders.ETAG, tag);
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var bytes = plain;
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT_ENCODING)).contains("gzip")) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            bytes = packed;
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static byte[] packed(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(plain);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** Weak: the same page, packed or not. */
    private static String tag(byte[] plain) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(plain);
            return "W/\"" + HexFormat.of().formatHex(sha, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
