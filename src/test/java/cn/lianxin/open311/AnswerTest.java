package cn.lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.open311.Part.Fields;
import cn.lianxin.open311.Part.Items;
import cn.lianxin.open311.Part.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void what_xml_cannot_say_is_left_out_and_the_rest_is_kept() {
        var text = "a\u0000\u0007\uFFFF\uD800<&>\"'\n水\uD842\uDFB7😀";

        var xml = xml(new Answer("errors", Fields.none().with("description", text)));

        assertThat(Specification.document(xml).getDocumentElement().getTextContent())
                .isEqualTo("a<&>\"'\n水\uD842\uDFB7😀");
    }

    @Test
    void both_forms_follow_from_one_by_the_spark_convention() {
        var answer = new Answer(
                "requests",
                new Items(
                        "request",
                        List.of(Fields.none()
                                .with("id", "007")
                                .with("open", true)
                                .with("order", 1)
                                .with("none", "")
                                .with("formats", new Items("format", List.of(new Text("text/xml")))))));

        assertThat(xml(answer))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><requests><request><id>007</id><open>true</open>"
                                + "<order>1</order><none></none><formats><format>text/xml</format></formats></request></requests>");
        assertThat(new String(answer.bytes(Format.JSON), StandardCharsets.UTF_8))
                .isEqualTo("[{\"id\":\"007\",\"open\":true,\"order\":1,\"none\":null,\"formats\":[\"text/xml\"]}]");
    }

    private static String xml(Answer answer) {
        return new String(answer.bytes(Format.XML), StandardCharsets.UTF_8);
    }
}
