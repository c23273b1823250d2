package cn.lianxin.sealed;

import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a browser has sealed, and never further than the largest there can be. */
@Component
class SealedBody {

    /** The largest envelope in its characters, and the keys. */
    private static final int LARGEST = Envelope.LARGEST / 3 * 4 + 65_536;

    private final JsonMapper json;

    SealedBody(JsonMapper json) {
        this.json = json;
    }

    /** Refused as {@code sealed-too-large}, or {@code sealed-broken} where it was cut off. */
    <T> T read(HttpServletRequest request, Class<T> as) {
        try {
            var bytes = request.getInputStream().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refusal.Violation("files", "sealed-too-large", Envelope.LARGEST / 1_048_576);
            }
            var read = json.readValue(bytes, as);
            if (read == null) {
                throw Sealing.broken();
            }
            return read;
        } catch (IOException | JacksonException cutOff) {
            throw Sealing.broken();
        }
    }
}
