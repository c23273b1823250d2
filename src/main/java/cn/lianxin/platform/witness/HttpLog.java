package cn.lianxin.platform.witness;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A log at an address. */
final class HttpLog implements LogFiles {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();

    /** @param address of the product or of its log; both will do */
    HttpLog(String address) {
        var bare = address.replaceAll("/+$", "");
        this.address = bare.endsWith("/log") ? bare : bare + "/log";
    }

    @Override
    public byte[] read(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + "/" + path))
                    .timeout(LONGEST)
                    .build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new Unproven(Reason.OUT_OF_REACH, address + "/" + path + ": HTTP " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException | IllegalArgumentException e) {
            throw new Unproven(Reason.OUT_OF_REACH, address + "/" + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unproven(Reason.OUT_OF_REACH, address + "/" + path, e);
        }
    }
}
