package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Photos on the pages of a PDF: a phone's program puts them there as they came from the camera. */
final class PdfPictures {

    private PdfPictures() {}

    static void clean(COSStream stream) throws IOException, BrokenFile {
        switch (last(stream)) {
            case "DCTDecode" -> replace(stream, COSName.DCT_DECODE, PdfPictures::jpeg);
            case "JPXDecode" -> replace(stream, COSName.JPX_DECODE, PdfPictures::jpeg2000);
            default -> {}
        }
    }

    private interface Cleaning {
        byte[] of(byte[] picture) throws BrokenFile;
    }

    private static String last(COSStream stream) {
        return switch (stream.getFilters()) {
            case COSName name -> name.getName();
            case COSArray names
            when names.size() > 0 && names.getObject(names.size() - 1) instanceof COSName name -> name.getName();
            case null, default -> "";
        };
    }

    private static void replace(COSStream stream, COSName coding, Cleaning cleaning) throws IOException, BrokenFile {
        byte[] picture;
        try (var packed = new PDStream(stream).createInputStream(List.of(coding.getName()))) {
            picture = packed.readAllBytes();
        }
        var clean = cleaning.of(picture);
        try (var output = stream.createRawOutputStream()) {
            output.write(clean);
        }
        stream.setItem(COSName.FILTER, coding);
        stream.removeItem(COSName.DECODE_PARMS);
    }

    /** Some programs leave the end of a picture out; on a page that does not mean that it was cut off. */
    private static byte[] jpeg(byte[] picture) throws BrokenFile {
        try {
            return JpegTraces.without(picture);
        } catch (BrokenFile withoutEnd) {
            var ended = new ByteArrayOutputStream(picture.length + 2);
            ended.writeBytes(picture);
            ended.write(0xFF);
            ended.write(0xD9);
            return JpegTraces.without(ended.toByteArray());
        }
    }

    private static byte[] jpeg2000(byte[] picture) throws BrokenFile {
        if (picture.length < 12 || picture[0] == (byte) 0xFF) {
            return picture;
        }
        var clean = Arrays.copyOf(picture, picture.length);
        IsoBoxes.free(clean, IsoBoxes.top(clean), box -> switch (box.type()) {
            case "jP  ", "ftyp", "jp2h", "jp2c" -> false;
            default -> true;
        });
        return clean;
    }
}
