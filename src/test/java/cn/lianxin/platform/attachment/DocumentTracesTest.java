package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever sends a document must not be found by it; whoever reads it must find all that it says. */
class DocumentTracesTest {

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("证据.docx", Documents.docx()),
                Arguments.of("证据.xlsx", Documents.xlsx()),
                Arguments.of("证据.doc", Documents.doc()),
                Arguments.of("证据.xls", Documents.xls()),
                Arguments.of("证据.pdf", Documents.pdf()),
                Arguments.of("证据.gif", gif()),
                Arguments.of("证据.webm", Recordings.webmFilm()),
                Arguments.of("证据.mp4", filmOfAJourney()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void nowhere_inside_stands_who_made_it_or_when(String name, byte[] bytes) {
        assertThat(everythingIn(bytes)).anySatisfy(part -> assertThat(part).contains(Samples.OWNER));

        var stored = taken(name, bytes);

        assertThat(everythingIn(stored))
                .allSatisfy(part -> assertThat(part)
                        .doesNotContain(Samples.OWNER)
                        .doesNotContain(Samples.OWNER.replace(' ', '_'))
                        .doesNotContain("Huawei", "GPS", "40.1000", "1987", "5FIVE", "DDEAUTO", "JavaScript"));
    }

    @Test
    void a_word_document_says_what_it_said() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(taken("a.docx", Documents.docx())))) {
            var paragraph = document.getParagraphs().getFirst();
            assertThat(paragraph.getText()).contains(Documents.EVIDENCE, "a path", "a rule");
            assertThat(paragraph
                            .getCTP()
                            .getInsArray(0)
                            .getRArray(0)
                            .getTArray(0)
                            .getStringValue())
                    .isEqualTo("inserted words");
            assertThat(paragraph.getCTP().toString()).contains("shown result");
            assertThat(document.getAllPictures()).hasSize(1);
            assertThat(document.getDocComments().getComment(0).getText()).contains("a note in the margin");
            assertThat(document.getHyperlinks())
                    .singleElement()
                    .satisfies(link -> assertThat(link.getURL()).isEqualTo("https://example.org/rule"));
            assertThat(document.getProperties().getCoreProperties().getCreator())
                    .isNull();
        }
    }

    @Test
    void sheets_keep_their_figures_their_formulas_and_their_notes() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(taken("a.xlsx", Documents.xlsx())))) {
            var row = book.getSheet("Pay").getRow(0);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(Documents.EVIDENCE);
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(4711);
            assertThat(row.getCell(3).getCellFormula()).isEqualTo("1+1");
            assertThat(row.getCell(0).getCellComment().getString().getString()).isEqualTo("a note in the margin");
            assertThat(book.getAllPictures()).hasSize(1);
        }
        try (var book = new HSSFWorkbook(new ByteArrayInputStream(taken("a.xls", Documents.xls())))) {
            var row = book.getSheet("Pay").getRow(0);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(Documents.EVIDENCE);
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(4711);
            assertThat(row.getCell(0).getCellComment().getString().getString()).isEqualTo("a note in the margin");
            assertThat(book.getAllPictures()).hasSize(1);
            book.createInformationProperties();
            assertThat(book.getSummaryInformation().getAuthor()).isNull();
        }
    }

    @Test
    void an_older_word_document_keeps_its_words() throws IOException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(taken("a.doc", Documents.doc())))) {
            try (var words = files.createDocumentInputStream("WordDocument")) {
                assertThat(new String(words.readAllBytes(), StandardCharsets.UTF_16LE))
                        .contains(Documents.EVIDENCE);
            }
        }
    }

    @Test
    void a_pdf_shows_what_it_showed_and_does_nothing() throws IOException {
        try (var document = Loader.loadPDF(taken("a.pdf", Documents.pdf()))) {
            assertThat(new PDFTextStripper().getText(document)).contains(Documents.EVIDENCE);
            var page = document.getPage(0);
            assertThat(page.getAnnotations())
                    .singleElement()
                    .satisfies(note -> assertThat(note.getContents()).isEqualTo("a note in the margin"));
            assertThat(page.getResources().getXObjectNames()).hasSize(1);
            assertThat(document.getDocumentCatalog().getCOSObject().keySet())
                    .extracting(key -> key.getName())
                    .containsExactlyInAnyOrder("Type", "Pages");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "locked.pdf, file-locked",
        "macro.xlsx, file-lies",
        "swelling.docx, file-swells",
        "swelling.pdf, file-swells",
        "entity.docx, file-broken",
        "macro.xls, file-active"
    })
    void what_cannot_be_read_or_would_do_something_is_refused_with_its_reason(String name, String code) {
        assertThatThrownBy(() -> taken(name, dangerous(name)))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        violation -> assertThat(violation.code()).isEqualTo(code));
    }

    /** Cut off at any place, and with bytes changed by chance (of one seed): a file is taken or refused, soon, and never an error. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @Timeout(60)
    void damaged_documents_are_taken_or_refused(String name, byte[] whole) {
        var chance = new Random(20261129);
        for (int attempt = 0; attempt < 60; attempt++) {
            var damaged = attempt % 3 == 0 ? Arrays.copyOf(whole, chance.nextInt(whole.length)) : whole.clone();
            for (int changes = attempt % 3 == 0 ? 0 : 1 + chance.nextInt(8); changes > 0; changes--) {
                damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt(256);
            }
            try {
                taken(name, damaged);
            } catch (Refusal.Violation refused) {
                assertThat(refused.code()).matches("file-.*|photo-.*|recording-.*");
            }
        }
    }

    private static byte[] taken(String name, byte[] bytes) {
        return Intakes.of(new ByteArrayInputStream(bytes), name).bytes();
    }

    private static byte[] dangerous(String name) throws IOException {
        return switch (name) {
            case "locked.pdf" -> locked();
            case "macro.xlsx" -> Samples.archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin");
            case "swelling.docx" -> changed("word/document.xml", new byte[50 * 1024 * 1024]);
            case "entity.docx" ->
                changed(
                        "word/document.xml",
                        Samples.ascii("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"));
            case "swelling.pdf" -> swellingPdf();
            case "macro.xls" -> macroSheet();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] locked() throws IOException {
        try (var document = Loader.loadPDF(Documents.pdf())) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] macroSheet() throws IOException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(Documents.xls()))) {
            files.getRoot()
                    .createDirectory("_VBA_PROJECT_CUR")
                    .createDocument("dir", new ByteArrayInputStream(new byte[10]));
            var bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] changed(String part, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(Documents.docx()));
                var into = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                into.putNextEntry(new ZipEntry(entry.getName()));
                into.write(entry.getName().equals(part) ? content : from.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }

    /** Over six hundred megabytes of nothing, as lists of objects that are read before anything else. */
    private static byte[] swellingPdf() {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new java.util.zip.DeflaterOutputStream(packed)) {
            var nothing = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                deflater.write(nothing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var objects = Samples.join(
                Samples.ascii(
                        "1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.size() + ">>stream\n"),
                packed.toByteArray(),
                Samples.ascii("\nendstream endobj\n"));
        return Samples.join(
                Samples.ascii("%PDF-1.5\n"),
                Samples.join(Collections.nCopies(10, objects).toArray(byte[][]::new)),
                Samples.ascii("trailer<</Root 2 0 R>>\n%%EOF"));
    }

    private static byte[] gif() {
        var picture = Samples.image("gif", 40, 30);
        int head = 13 + ((picture[10] & 0x80) == 0 ? 0 : 3 << (picture[10] & 7) + 1);
        var owner = Samples.ascii(Samples.OWNER);
        return Samples.join(
                Arrays.copyOf(picture, head),
                new byte[] {0x21, (byte) 0xFE, (byte) owner.length},
                owner,
                new byte[] {0, 0x21, (byte) 0xFF, 11},
                Samples.ascii("XMP DataXMP"),
                new byte[] {(byte) owner.length},
                owner,
                new byte[1],
                Arrays.copyOfRange(picture, head, picture.length),
                owner);
    }

    /** With a track of places between the pictures, as phones write it, and the second it was taken. */
    private static byte[] filmOfAJourney() {
        var ftyp = Samples.box("ftyp", Samples.ascii("mp42\0\0\2\0isommp42"));
        var places = Samples.ascii("+40.1000+113.5000/" + Samples.OWNER);
        var media = Samples.box("mdat", places, Samples.ascii("sound and pictures"));
        int start = ftyp.length + 8;
        var table = Samples.box(
                "stbl",
                Samples.box("stsz", numbers(0, places.length, 1)),
                Samples.box("stsc", numbers(0, 1, 1, 1, 1)),
                Samples.box("stco", numbers(0, 1, start)));
        return Samples.join(
                ftyp,
                media,
                Samples.box(
                        "moov",
                        Samples.box("mvhd", Samples.ascii("\0\0\0\0198719871987"), new byte[80]),
                        track("vide", new byte[0]),
                        track("meta", Samples.box("minf", table))));
    }

    private static byte[] track(String handler, byte[] more) {
        var kind = Samples.box("hdlr", Samples.ascii("\0\0\0\0\0\0\0\0" + handler + "\0".repeat(12) + Samples.OWNER));
        return Samples.box("trak", Samples.box("mdia", kind, more));
    }

    private static byte[] numbers(int... numbers) {
        var bytes = java.nio.ByteBuffer.allocate(4 * numbers.length);
        Arrays.stream(numbers).forEach(bytes::putInt);
        return bytes.array();
    }

    /** The bytes themselves, and every part unpacked, read as narrow and as wide letters. */
    private static List<String> everythingIn(byte[] bytes) {
        var parts = new ArrayList<byte[]>();
        parts.add(bytes);
        try {
            if (bytes[0] == 'P' && bytes[1] == 'K') {
                unzip(bytes, parts);
            } else if (bytes[0] == '%') {
                unpack(bytes, parts);
            } else if (bytes[0] == (byte) 0xD0) {
                unfile(new POIFSFileSystem(new ByteArrayInputStream(bytes)).getRoot(), parts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.stream()
                .flatMap(part -> Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)
                        .map(letters -> new String(part, letters)))
                .toList();
    }

    private static void unzip(byte[] bytes, List<byte[]> parts) throws IOException {
        try (var archive = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                parts.add(entry.getName().getBytes(StandardCharsets.UTF_8));
                parts.add(archive.readAllBytes());
            }
        }
    }

    private static void unpack(byte[] bytes, List<byte[]> parts) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                var value = document.getDocument().getObjectFromPool(key).getObject();
                parts.add(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
                if (value instanceof COSStream stream) {
                    try (var content = stream.createRawInputStream()) {
                        parts.add(content.readAllBytes());
                    }
                    if (!String.valueOf(stream.getFilters()).contains("DCT")) {
                        try (var content = stream.createInputStream()) {
                            parts.add(content.readAllBytes());
                        }
                    }
                }
            }
        }
    }

    private static void unfile(org.apache.poi.poifs.filesystem.DirectoryEntry directory, List<byte[]> parts)
            throws IOException {
        for (var entry : directory) {
            if (entry instanceof org.apache.poi.poifs.filesystem.DirectoryEntry inner) {
                unfile(inner, parts);
            } else if (entry instanceof org.apache.poi.poifs.filesystem.DocumentEntry document) {
                try (var content = new org.apache.poi.poifs.filesystem.DocumentInputStream(document)) {
                    parts.add(content.readAllBytes());
                }
            }
        }
    }
}
