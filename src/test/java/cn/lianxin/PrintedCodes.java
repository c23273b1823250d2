package cn.lianxin;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says and the QR codes on its pages, as a telephone reads them off the paper. */
public record PrintedCodes(String text, List<String> codes) {

    private static final int DOTS_PER_INCH = 250;

    public static PrintedCodes of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var codes = new TreeSet<String>();
            var renderer = new PDFRenderer(document);
            for (var page = 0; page < document.getNumberOfPages(); page++) {
                var image = renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY);
                codes.addAll(read(image));
            }
            return new PrintedCodes(new PDFTextStripper().getText(document).replaceAll("\\s+", ""), List.copyOf(codes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those behind an address that ends in a proof. */
    public List<String> proofs() {
        return codes.stream().filter(code -> code.contains("#proof=")).toList();
    }

    private static List<String> read(BufferedImage image) {
        var width = image.getWidth();
        var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, image.getHeight(), pixels);
        try {
            return Arrays.stream(new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(new HybridBinarizer(source)),
                                    Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(Result::getText)
                    .toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }
}
