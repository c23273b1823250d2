package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(FileType.JPEG, Samples.image("jpeg", 40, 30)),
                Arguments.of(FileType.PNG, Samples.image("png", 40, 30)),
                Arguments.of(FileType.GIF, Samples.image("gif", 40, 30)),
                Arguments.of(FileType.WEBP, Samples.webp()),
                Arguments.of(FileType.HEIC, Samples.heic()),
                Arguments.of(FileType.MP3, Recordings.mp3(2)),
                Arguments.of(FileType.M4A, Recordings.iso("M4A ", 2)),
                Arguments.of(FileType.M4A, Recordings.iso("mp42", 2)),
                Arguments.of(FileType.AAC, Recordings.aac(2)),
                Arguments.of(FileType.AMR, Recordings.amr(2)),
                Arguments.of(FileType.WAV, Recordings.spoken(2)),
                Arguments.of(FileType.OGG, Recordings.opus(2)),
                Arguments.of(FileType.WEBM, Recordings.webmFilm()),
                Arguments.of(FileType.WEBM_AUDIO, Recordings.webm(2)),
                Arguments.of(FileType.MP4, Samples.film("mp42", "vide")),
                Arguments.of(FileType.MP4, Samples.film("isom", "vide")),
                Arguments.of(FileType.QUICKTIME, Samples.film("qt  ", "vide")),
                Arguments.of(FileType.THREE_GP, Samples.film("3gp5", "vide")),
                Arguments.of(FileType.THREE_GP_AUDIO, Recordings.iso("3gp4", 2)),
                Arguments.of(FileType.PDF, Documents.pdf()),
                Arguments.of(FileType.DOCX, Documents.docx()),
                Arguments.of(FileType.XLSX, Documents.xlsx()),
                Arguments.of(FileType.DOC, Documents.doc()),
                Arguments.of(FileType.XLS, Documents.xls()),
                Arguments.of(FileType.TXT, "澡堂没热水".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(FileType.TXT, "澡堂没热水，三天了".getBytes(Charset.forName("GB18030"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void knows_every_type_by_its_content_whatever_the_name(FileType type, byte[] bytes) {
        var intake = Intakes.of(new ByteArrayInputStream(bytes), "../../etc/证据.dat");

        assertThat(intake.type()).isEqualTo(type);
        assertThat(intake.name()).isEqualTo("证据." + type.extension());
    }

    @ParameterizedTest(name = "{0} refused as {1}")
    @CsvSource({
        "照片.jpg, file-lies, MZ\u0090\u0000\u0003",
        "通知.pdf, file-lies, <html><script>alert(1)</script></html>",
        "图.svg, file-not-accepted, <svg xmlns='http://www.w3.org/2000/svg'></svg>",
        "setup.exe, file-not-accepted, MZ\u0090\u0000\u0003",
        "a.sh, file-not-accepted, #!/bin/sh rm -rf /",
        "空.jpg, file-empty, ''",
        "半张.jpg, file-broken, '\u00FF\u00D8\u00FF\u00E0'"
    })
    void says_why_a_file_is_not_taken(String name, String code, String content) {
        assertThatThrownBy(() -> Intakes.of(new ByteArrayInputStream(Samples.ascii(content)), name))
                .isInstanceOfSatisfying(Refusal.Violation.class, violation -> {
                    assertThat(violation.code()).isEqualTo(code);
                    assertThat(violation.field()).isEqualTo("files");
                    assertThat(violation.arguments()).first().isEqualTo(name);
                });
    }

    @Test
    void archives_and_documents_with_macros_are_not_taken() {
        assertRefused(Samples.archive("a.txt"), "归档.zip", "file-not-accepted");
        assertRefused(Samples.archive("a.txt"), "表.xlsx", "file-lies");
        assertRefused(
                Samples.archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                "表.docx",
                "file-lies");
        assertRefused(Samples.oldOffice("SomethingElse"), "a.doc", "file-lies");
        assertRefused(Samples.film("avif", "pict"), "a.heic", "file-lies");
        assertRefused(Samples.matroska("matroska", "V_VP8"), "a.webm", "file-lies");
        assertRefused(new byte[] {1, 2, 3, -1, -2}, "a.txt", "file-lies");
    }

    @ParameterizedTest(name = "{0}, {1} bytes lost")
    @CsvSource({"jpeg, 2", "jpeg, 300", "png, 1", "png, 60"})
    void a_photo_that_was_cut_off_on_the_way_is_not_taken(String format, int lost) {
        var whole = Samples.image(format, 200, 100);

        assertRefused(Arrays.copyOf(whole, whole.length - lost), "半张." + format, "file-broken");
    }

    @Test
    void every_cut_of_a_file_is_taken_or_refused_but_never_an_error() {
        for (var whole : Stream.of(
                        Samples.phonePhoto(40, 30, 6),
                        Samples.pngWithWords(),
                        Samples.webp(),
                        Samples.heic(),
                        Samples.film("mp42", "vide"))
                .toList()) {
            for (int length = 0; length < whole.length; length++) {
                try {
                    Intakes.of(new ByteArrayInputStream(Arrays.copyOf(whole, length)), "半.bin");
                } catch (Refusal.Violation refused) {
                    assertThat(refused.code()).startsWith("file-");
                }
            }
        }
    }

    @Test
    void a_photo_too_large_to_decode_is_refused_by_its_header() {
        assertRefused(Samples.pngThatClaims(50_000, 50_000), "炸弹.png", "photo-too-large");
        assertRefused(Samples.pngThatClaims(10_000, 6_001), "大.png", "photo-too-large");
    }

    @Test
    void a_photo_that_cannot_be_decoded_is_taken_without_a_preview() {
        var intake = Intakes.of(new ByteArrayInputStream(Samples.pngThatClaims(100, 100)), "怪.png");

        assertThat(intake.preview()).isEmpty();
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    void reads_no_further_than_the_limit() {
        var read = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'a';
            }
        };

        assertThatThrownBy(() -> Intakes.of(endless, "无尽.txt"))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        violation -> assertThat(violation.code()).isEqualTo("file-too-large"));
        assertThat(read.get()).isEqualTo(Intake.LARGEST + 1);
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    void a_connection_that_breaks_is_said_to_be_broken() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> Intakes.of(broken, "照片.jpg"))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        violation -> assertThat(violation.code()).isEqualTo("file-broken"));
    }

    @ParameterizedTest
    @CsvSource({
        "IMG_001.JPG, IMG_001.jpg",
        "照片.jpeg, 照片.jpeg",
        "C:\\fakepath\\a.jpg, a.jpg",
        "../../../etc/passwd, passwd.jpg",
        "a\u0000b\u202Egpj.exe, abgpj.jpg",
        ".htaccess, htaccess.jpg",
        "'', 附件.jpg",
        "'  ', 附件.jpg",
        "a.jpg.exe, a.jpg",
        "一 二：三?.png, 一 二：三_.jpg",
        "没有扩展名的长名字。好的, 没有扩展名的长名字。好的.jpg"
    })
    void a_name_is_cleaned_and_tells_the_true_type(String claimed, String kept) {
        assertThat(FileName.of(claimed).as(FileType.JPEG)).isEqualTo(kept);
    }

    @Test
    void a_very_long_name_is_cut_between_characters() {
        assertThat(FileName.of("😀".repeat(500) + ".png").as(FileType.PNG)).isEqualTo("😀".repeat(100) + ".png");
    }

    private static void assertRefused(byte[] bytes, String name, String code) {
        assertThatThrownBy(() -> Intakes.of(new ByteArrayInputStream(bytes), name))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        violation -> assertThat(violation.code()).isEqualTo(code));
    }
}
