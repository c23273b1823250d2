package cn.lianxin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CallTemplateTest {

    private static final String NASTY = "\"},{\"x\":\"\\ \r\nX-Other: 1&to=2#{secret}%0a<b>'";
    private final Letter letter = new Letter(UUID.randomUUID(), "s", NASTY, "https://lianxin.example/inbox?a=b&c=d");

    @Test
    void in_json_what_is_filled_in_stays_in_its_string() {
        var call = CallTemplate.call(
                messenger("https://x.example/", "", Messenger.BodyFormat.JSON, """
                        {"msgtype":"text","text":{"content":"{text}","to":["{to}"]},"n":1,"key":"{secret}"}"""), "138\"1", letter, "k\"1");

        var body = new JsonMapper().readTree(call.body());
        assertThat(body.at("/text/content").asString()).isEqualTo(NASTY);
        assertThat(body.at("/text/to/0").asString()).isEqualTo("138\"1");
        assertThat(body.at("/key").asString()).isEqualTo("k\"1");
        assertThat(body.size()).isEqualTo(4);
        assertThat(call.contentType()).isEqualTo("application/json");
    }

    @Test
    void in_forms_and_addresses_it_is_encoded() {
        var call = CallTemplate.call(
                messenger(
                        "https://x.example/send/{to}?key={secret}&text={text}",
                        "",
                        Messenger.BodyFormat.FORM,
                        "mobile={to}\ncontent={text} {link}\n"),
                "1 3&8/",
                letter,
                "a+b/c=");

        assertThat(call.url()).startsWith("https://x.example/send/1%203%268%2F?key=a%2Bb%2Fc%3D&text=%22%7D%2C");
        assertThat(call.url()).doesNotContain("\n", " ", "#", "\"", "<");
        assertThat(call.body()).startsWith("mobile=1%203%268%2F&content=%22%7D").contains("%20https%3A%2F%2F");
        assertThat(call.body().split("&")).hasSize(2);
    }

    @Test
    void in_headers_it_cannot_begin_another() {
        var call = CallTemplate.call(
                messenger(
                        "https://x.example/",
                        "Authorization: Bearer {secret}\nX-To: {text}",
                        Messenger.BodyFormat.NONE,
                        ""),
                "1",
                letter,
                "k\r\nX-Evil: 1");

        assertThat(call.headers()).containsOnlyKeys("Authorization", "X-To", "Idempotency-Key");
        assertThat(call.headers()).containsEntry("Authorization", "Bearer kX-Evil: 1");
        assertThat(call.headers().values()).noneMatch(value -> value.contains("\n") || value.contains("\r"));
        assertThat(call.headers()).containsEntry("Idempotency-Key", letter.id().toString());
        assertThat(call.body()).isEmpty();
    }

    @Test
    void what_was_filled_in_is_not_filled_in_again() {
        var call = CallTemplate.call(
                messenger("https://x.example/", "", Messenger.BodyFormat.JSON, "{\"t\":\"{text}\"}"),
                "1",
                letter,
                "not-to-be-seen");

        assertThat(call.body()).doesNotContain("not-to-be-seen").contains("{secret}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://{to}.example/     |               | JSON | {}        | url
            https://x.example:{to}/   |               | JSON | {}        | url
            {link}                    |               | JSON | {}        | url
            ftp://x.example/          |               | JSON | {}        | url
            https://u:p@x.example/    |               | JSON | {}        | url
            https://x.example/        | no colon here | JSON | {}        | headers
            https://x.example/        | Host: other   | JSON | {}        | headers
            https://x.example/        | Content-Length: 1 | JSON | {}    | headers
            https://x.example/        | Bad Name: x   | JSON | {}        | headers
            https://x.example/        |               | JSON | {"to":{to}} | body
            https://x.example/        |               | JSON | {         | body
            https://x.example/        |               | FORM | nothing   | body
            """)
    void what_is_written_wrongly_is_refused_at_its_field(
            String url, String headers, Messenger.BodyFormat format, String body, String field) {
        var wrong = messenger(url, headers == null ? "" : headers, format, body);

        assertThatThrownBy(() -> CallTemplate.mustBeRight(wrong))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static Messenger messenger(String url, String headers, Messenger.BodyFormat format, String body) {
        return new Messenger(
                1, "短信", AddressKind.TELEPHONE, true, "POST", url, headers, format, body, "", "", "", false, true);
    }
}
