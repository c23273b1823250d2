package cn.lianxin.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as its reader gets it. */
record Paper(int pages, float width, float height, String text, float smallest, Set<String> fonts, boolean embedded) {

    private static final float POINTS_OF_A_MILLIMETRE = 72 / 25.4f;

    static Paper of(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            var sizes = new ArrayList<Float>();
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) throws IOException {
                    positions.forEach(position -> sizes.add(position.getFontSizeInPt()));
                    super.writeString(text, positions);
                }
            };
            var text = stripper.getText(document);
            var fonts = fonts(document);
            var box = document.getPage(0).getMediaBox();
            return new Paper(
                    document.getNumberOfPages(),
                    box.getWidth() / POINTS_OF_A_MILLIMETRE,
                    box.getHeight() / POINTS_OF_A_MILLIMETRE,
                    text,
                    sizes.stream().min(Float::compare).orElse(0f),
                    names(fonts),
                    fonts.stream().allMatch(PDFont::isEmbedded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words without any space: where lines break is no matter of what is said. */
    String squeezed() {
        return squeezed(text);
    }

    static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        var fonts = new ArrayList<PDFont>();
        for (var page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    private static Set<String> names(List<PDFont> fonts) {
        var names = new HashSet<String>();
        fonts.forEach(font -> names.add(font.getName()));
        return names;
    }
}
