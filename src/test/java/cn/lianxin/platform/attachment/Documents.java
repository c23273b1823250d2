package cn.lianxin.platform.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents as office programs make them, with their owner in every place that these programs know. */
final class Documents {

    /** What has to be read afterwards. */
    static final String EVIDENCE = "Evidence: the belt guard broke";

    private static final String OWNER = Samples.OWNER;
    private static final Date TIME = new GregorianCalendar(1987, Calendar.MAY, 5, 5, 55).getTime();

    private Documents() {}

    private interface Making {
        void into(ByteArrayOutputStream bytes) throws IOException;
    }

    private static byte[] made(Making making) {
        try {
            var bytes = new ByteArrayOutputStream();
            making.into(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] docx() {
        return made(bytes -> {
            try (var document = new XWPFDocument()) {
                var facts = document.getProperties();
                facts.getCoreProperties().setCreator(OWNER);
                facts.getCoreProperties().setLastModifiedByUser(OWNER);
                facts.getCoreProperties().setTitle(OWNER);
                facts.getCoreProperties().setKeywords(OWNER);
                facts.getExtendedProperties().getUnderlyingProperties().setCompany(OWNER);
                facts.getExtendedProperties().getUnderlyingProperties().setManager(OWNER);
                facts.getCustomProperties().addProperty("Phone", OWNER);
                var paragraph = document.createParagraph();
                paragraph.createRun().setText(EVIDENCE);
                paragraph.getCTP().setRsidR(new byte[] {0, 0x12, 0x34, 0x56});
                var change = paragraph.getCTP().addNewIns();
                change.setAuthor(OWNER);
                change.setDate(date());
                change.setId(BigInteger.ONE);
                change.addNewR().addNewT().setStringValue("inserted words");
                var field = paragraph.getCTP().addNewFldSimple();
                field.setInstr("DDEAUTO c:\\\\" + OWNER);
                field.addNewR().addNewT().setStringValue("shown result");
                paragraph
                        .createHyperlinkRun("file:///C:/Users/" + OWNER.replace(' ', '_'))
                        .setText("a path");
                paragraph.createHyperlinkRun("https://example.org/rule").setText("a rule");
                paragraph
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(Samples.phonePhoto(40, 30, 1)),
                                Document.PICTURE_TYPE_JPEG,
                                "C:\\Users\\" + OWNER + "\\p.jpg",
                                Units.toEMU(40),
                                Units.toEMU(30));
                var comment = document.createComments().createComment(BigInteger.TWO);
                comment.setAuthor(OWNER);
                comment.setInitials(OWNER);
                comment.setDate(date());
                comment.createParagraph().createRun().setText("a note in the margin");
                document.getPackagePart()
                        .addExternalRelationship(
                                "file:///" + OWNER.replace(' ', '_') + "/t.dotm",
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
                document.write(bytes);
            } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
                throw new IOException(e);
            }
        });
    }

    private static Calendar date() {
        var date = new GregorianCalendar();
        date.setTime(TIME);
        return date;
    }

    static byte[] xlsx() {
        return made(bytes -> {
            try (var book = new XSSFWorkbook()) {
                book.getProperties().getCoreProperties().setCreator(OWNER);
                book.getProperties().getCoreProperties().setLastModifiedByUser(OWNER);
                book.getProperties()
                        .getExtendedProperties()
                        .getUnderlyingProperties()
                        .setCompany(OWNER);
                book.getProperties().getCustomProperties().addProperty("Phone", OWNER);
                book.getCTWorkbook().addNewFileSharing().setUserName(OWNER);
                fill(book);
                book.getSheetAt(0).getRow(0).createCell(3).setCellFormula("\"" + OWNER.replace(' ', '_') + "\"&1+1");
                book.getSheetAt(0).getRow(0).getCell(3).setCellFormula("1+1");
                book.write(bytes);
            }
        });
    }

    static byte[] xls() {
        return made(bytes -> {
            try (var book = new HSSFWorkbook()) {
                fill(book);
                book.writeProtectWorkbook("x", OWNER);
                book.createInformationProperties();
                tell(book.getSummaryInformation(), book.getDocumentSummaryInformation());
                book.write(bytes);
            }
        });
    }

    private static void tell(SummaryInformation facts, DocumentSummaryInformation more) {
        facts.setAuthor(OWNER);
        facts.setLastAuthor(OWNER);
        facts.setApplicationName(OWNER);
        facts.setCreateDateTime(TIME);
        more.setCompany(OWNER);
        more.setManager(OWNER);
    }

    private static void fill(Workbook book) {
        Sheet sheet = book.createSheet("Pay");
        var cell = sheet.createRow(0).createCell(0);
        cell.setCellValue(EVIDENCE);
        sheet.getRow(0).createCell(1).setCellValue(4711);
        var drawing = sheet.createDrawingPatriarch();
        var place = book.getCreationHelper().createClientAnchor();
        place.setCol2(3);
        place.setRow2(3);
        var comment = drawing.createCellComment(place);
        comment.setString(book.getCreationHelper().createRichTextString("a note in the margin"));
        comment.setAuthor(OWNER);
        cell.setCellComment(comment);
        int photo = book.addPicture(Samples.phonePhoto(40, 30, 1), Workbook.PICTURE_TYPE_JPEG);
        drawing.createPicture(place, photo);
    }

    /** As Word 97 lays it out: the words in one stream, the lists of people in another. */
    static byte[] doc() {
        return made(bytes -> {
            var table = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
            var head = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
            head.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(0x0A, (short) 0x200);
            for (int list : new int[] {0x19A, 0x232, 0x2D2}) {
                int start = table.position();
                table.putShort((short) -1).putShort((short) 2).putShort((short) 0);
                word(table, OWNER);
                word(table, OWNER);
                head.putInt(list, start).putInt(list + 4, table.position() - start);
            }
            int authors = table.position();
            word(table, OWNER);
            head.putInt(0x1BA, authors).putInt(0x1BE, table.position() - authors);
            int facts = table.position();
            table.put(facts + 0x14, "5FIVE".getBytes(StandardCharsets.US_ASCII));
            head.putInt(0x192, facts).putInt(0x196, 500);
            head.put(2048, EVIDENCE.getBytes(StandardCharsets.UTF_16LE));
            try (var files = new POIFSFileSystem()) {
                files.createDocument(new ByteArrayInputStream(head.array()), "WordDocument");
                files.createDocument(new ByteArrayInputStream(table.array()), "1Table");
                files.createDocument(new ByteArrayInputStream(Samples.phonePhoto(40, 30, 1)), "Data");
                files.createDocument(new ByteArrayInputStream(Samples.ascii(OWNER)), "\1CompObj");
                files.getRoot()
                        .createDirectory("ObjectPool")
                        .createDocument("Ole", new ByteArrayInputStream(Samples.ascii("an object of " + OWNER)));
                var summary = org.apache.poi.hpsf.PropertySetFactory.newSummaryInformation();
                var more = org.apache.poi.hpsf.PropertySetFactory.newDocumentSummaryInformation();
                tell(summary, more);
                summary.write(files.getRoot(), SummaryInformation.DEFAULT_STREAM_NAME);
                more.write(files.getRoot(), DocumentSummaryInformation.DEFAULT_STREAM_NAME);
                files.writeFilesystem(bytes);
            } catch (org.apache.poi.hpsf.WritingNotSupportedException e) {
                throw new IOException(e);
            }
        });
    }

    private static void word(ByteBuffer table, String word) {
        table.putShort((short) word.length()).put(word.getBytes(StandardCharsets.UTF_16LE));
    }

    static byte[] pdf() {
        return made(bytes -> {
            try (var document = new PDDocument()) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(EVIDENCE);
                    content.endText();
                    content.drawImage(
                            JPEGFactory.createFromByteArray(document, Samples.phonePhoto(40, 30, 1)), 50, 500);
                }
                tell(document, page);
                document.save(bytes);
            }
        });
    }

    private static void tell(PDDocument document, PDPage page) throws IOException {
        var facts = document.getDocumentInformation();
        facts.setAuthor(OWNER);
        facts.setCreator(OWNER);
        facts.setProducer(OWNER);
        facts.setCreationDate(date());
        facts.setCustomMetadataValue("Phone", OWNER);
        var catalog = document.getDocumentCatalog();
        catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(Samples.ascii("<x>" + OWNER + "</x>"))));
        catalog.setOpenAction(new PDActionJavaScript("app.alert('" + OWNER + "')"));
        page.getCOSObject().setString(COSName.getPDFName("LastModified"), "D:19870505055500");
        page.getCOSObject().setString(COSName.getPDFName("PieceInfo"), OWNER);
        var note = new PDAnnotationText();
        note.setRectangle(new PDRectangle(50, 600, 20, 20));
        note.setContents("a note in the margin");
        note.setTitlePopup(OWNER);
        note.setModifiedDate(date());
        page.setAnnotations(List.of(note));
        var hidden = new PDEmbeddedFile(document, new ByteArrayInputStream(Samples.ascii("hidden by " + OWNER)));
        var file = new PDComplexFileSpecification();
        file.setFile(OWNER);
        file.setEmbeddedFile(hidden);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(java.util.Map.of("hidden", file));
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
    }
}
