package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.open311.Specification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real server meets: bytes that are no form, no address, or too many. Refused, never a 500, nothing filed. */
@JourneyTest
class BytesOnTheWireTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    int port;

    @Autowired
    Collieries collieries;

    @Autowired
    Tokens tokens;

    String key = "";

    @BeforeEach
    void found() {
        key = tokens.machine(collieries.found().mine(), ApplicationScope.OPEN311);
    }

    @Test
    void a_form_that_is_none_is_refused_in_the_form_of_the_specification() throws IOException {
        assertRefused(post(FORM, "service_code=%zz&description=%E6%B0"));
        assertRefused(post(FORM, "%%%=%%%&==&&&"));
        assertRefused(post(FORM, "service_code=" + "%FF".repeat(100)));
        assertRefused(post("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"se"));
        assertRefused(post("multipart/form-data", "no boundary at all"));
    }

    @Test
    void a_form_or_a_file_that_is_too_large_is_refused() throws IOException {
        var file = "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n\r\n"
                + "0".repeat(21 << 20) + "\r\n--b--\r\n";

        assertRefused(post(FORM, "description=" + "1".repeat(3 << 20)));
        assertRefused(post("multipart/form-data; boundary=b", file));
    }

    @Test
    void an_address_that_is_none_is_refused() throws IOException {
        for (var path : new String[] {"requests.xml?status=%zz", "requests.xml?status=%FF%FE", "services/%FF.xml"}) {
            assertThat(status(send("GET /open311/v2/" + path + " HTTP/1.1", "text/plain", "", true)))
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    @Test
    void a_page_that_is_asked_for_with_such_bytes_refuses_them_too() throws IOException {
        var asked = send("GET /sign-in?back=%zz HTTP/1.1", "text/plain", "", false);
        var sent = send("POST /receipt HTTP/1.1", FORM, "receipt=%zz", false);

        assertThat(status(asked)).as(asked).isEqualTo(400);
        assertThat(status(sent)).as(sent).isEqualTo(400);
    }

    private void assertRefused(String answer) {
        assertThat(status(answer)).as(answer).isIn(400, 403, 404);
        var body = answer.indexOf("<?xml");
        assertThat(body).as(answer).isPositive();
        Specification.assertXml(answer.substring(body, answer.lastIndexOf('>') + 1));
    }

    /** With the key in the header, and once more among the fields, where the server has to read the form to find it. */
    private String post(String type, String body) throws IOException {
        var request = "POST /open311/v2/requests.xml HTTP/1.1";
        assertRefused(send(request, type, "api_key=" + key + "&" + body, false));
        return send(request, type, body, true);
    }

    private String send(String request, String type, String body, boolean withKey) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
            var head = request + "\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + bytes.length + "\r\n"
                    + (withKey ? "Authorization: Bearer " + key + "\r\n" : "") + "\r\n";
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException refusedBeforeItWasThrough) {
                // What the server said meanwhile is read below.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
