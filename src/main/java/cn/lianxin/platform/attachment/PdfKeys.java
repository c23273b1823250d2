package cn.lianxin.platform.attachment;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of PDF that draw a page. What else stands in a document (who, when, with what; scripts, files, forms) is not drawn. */
final class PdfKeys {

    static final Set<String> DRAWN = words("""
            Type Subtype Pages Count Kids Parent
            MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Resources Contents Annots Group
            Font XObject ExtGState ColorSpace Pattern Shading ProcSet
            Length Filter DecodeParms Predictor Colors Columns BitsPerComponent EarlyChange K EndOfLine EncodedByteAlign
            Rows EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform JBIG2Globals
            Width Height Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte
            BBox Matrix FormType I S CS N Alternate Range Domain Functions Function Bounds Encode C0 C1 Size
            BitsPerSample Order WhitePoint BlackPoint Gamma Colorants Process Components MixingHints Solidities
            PatternType PaintType TilingType XStep YStep ShadingType Background AntiAlias Coords Extend
            BitsPerCoordinate BitsPerFlag VerticesPerRow
            LW LC LJ ML D RI OP op OPM BG BG2 UCR UCR2 TR TR2 HT FL SM SA BM CA ca AIS TK G BC
            BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo Registry
            Ordering Supplement DW W DW2 W2 CIDToGIDMap BaseEncoding Differences CharProcs FontBBox FontMatrix
            FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV
            StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet CIDSet Length1 Length2 Length3
            WMode CMapName UseCMap
            Rect AP AS Border BS QuadPoints C IC CL L LE Vertices InkList DA Q RD""");

    /** In these, the words are names that the document gives its own fonts and pictures. */
    static final Set<String> NAMING = Set.of(
            "Font",
            "XObject",
            "ExtGState",
            "ColorSpace",
            "Pattern",
            "Shading",
            "CharProcs",
            "Colorants",
            "Solidities",
            "N");

    /** What somebody wrote or drew on a page. */
    static final Set<String> NOTES = words("""
            Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Ink Widget""");

    private PdfKeys() {}

    private static Set<String> words(String lines) {
        return Arrays.stream(lines.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
