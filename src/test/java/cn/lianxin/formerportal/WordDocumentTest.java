package cn.lianxin.formerportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordDocumentTest {

    @TempDir
    Path folder;

    static final String BODY = paragraph("王建国：井口的一盏灯")
            + paragraph("作者：王建国　编辑：赵春　2009年3月5日")
            + "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>一个班</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>早班六点</w:t></w:r><w:del><w:r><w:delText>删掉的</w:delText></w:r></w:del><w:ins><w:r><w:t>二十点名</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r></w:p>"
            + "<w:p><w:r><w:drawing><a:blip r:embed=\"rId5\"/></w:drawing></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc>" + paragraph("班次") + "</w:tc><w:tc>" + paragraph("人数") + "</w:tc></w:tr></w:tbl>";

    @Test
    void words_headings_and_pictures_are_found_and_what_was_struck_out_is_gone() throws Exception {
        var file = document("稿.docx", BODY, Map.of());

        var found = WordDocument.read(file, "稿.docx", "x");

        assertThat(found.title()).isEqualTo("井口的一盏灯");
        assertThat(found.imprint().author()).isEqualTo("王建国");
        assertThat(found.imprint().editor()).isEqualTo("赵春");
        assertThat(found.imprint().day()).contains(LocalDate.of(2009, 3, 5));
        assertThat(found.text()).isEqualTo("# 一个班\n早班六点二十点名。\n【图1】\n班次\n人数");
        assertThat(WordDocument.picture(file, found.images().getFirst().source()))
                .isPresent();
    }

    @Test
    void macros_are_refused_whatever_the_file_is_called() throws Exception {
        var named = document("稿.docm", BODY, Map.of());
        var hidden = document("稿.docx", BODY, Map.of("word/vbaProject.bin", "x"));
        var typed = document(
                "甲.docx",
                BODY,
                Map.of(
                        "[Content_Types].xml",
                        "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"));

        for (var file : new Path[] {named, hidden, typed}) {
            assertThatThrownBy(() -> WordDocument.read(file, file.getFileName().toString(), "x"))
                    .isInstanceOfSatisfying(
                            Unreadable.class, none -> assertThat(none.code()).isEqualTo("macros"));
        }
    }

    @Test
    void what_is_no_Word_file_or_brings_rules_of_its_own_is_refused() throws Exception {
        var none = Files.writeString(folder.resolve("假.docx"), "不是压缩包");
        var rules = document(
                "规.docx",
                "",
                Map.of(
                        "word/document.xml",
                        "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><d><p>&a;</p></d>"));

        for (var file : new Path[] {none, rules}) {
            assertThatThrownBy(() -> WordDocument.read(file, file.getFileName().toString(), "x"))
                    .isInstanceOfSatisfying(
                            Unreadable.class, why -> assertThat(why.code()).isEqualTo("word-broken"));
        }
    }

    private static String paragraph(String words) {
        return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private Path document(String name, String body, Map<String, String> others) throws IOException {
        return document(folder.resolve(name), body, others);
    }

    static Path document(Path file, String body, Map<String, String> others) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"w\" xmlns:a=\"a\" xmlns:r=\"r\"><w:body>" + body + "</w:body></w:document>");
        parts.put(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id=\"rId5\" Target=\"media/image1.png\"/></Relationships>");
        parts.put("word/media/image1.png", "png");
        parts.putAll(others);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
