package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Writes a PDF anew with its pages alone: what is drawn on them, and what somebody noted there, without his name. Who made
 * it, when and with what, scripts, forms, links, hidden files and earlier versions are not written.
 */
final class PdfTraces {

    private static final COSName NOTE = COSName.getPDFName("Stamp");
    private static final COSName STATE = COSName.getPDFName("Contents");

    private record Part(COSBase value, boolean naming) {}

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Part> waiting = new ArrayDeque<>();

    private PdfTraces() {}

    static byte[] without(byte[] bytes) throws BrokenFile {
        PdfMeasure.require(bytes);
        try (var document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw BrokenFile.locked();
            }
            new PdfTraces().prune(document);
            var clean = new ByteArrayOutputStream(bytes.length);
            document.save(clean, CompressParameters.NO_COMPRESSION);
            return clean.toByteArray();
        } catch (InvalidPasswordException password) {
            throw BrokenFile.locked();
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw new BrokenFile("no PDF that can be read");
        }
    }

    private void prune(PDDocument document) throws IOException, BrokenFile {
        if (document.getNumberOfPages() == 0) {
            throw new BrokenFile("no pages");
        }
        var trailer = document.getDocument().getTrailer();
        keepOnly(trailer, Set.of("Root", "Size"));
        var catalog = document.getDocumentCatalog().getCOSObject();
        keepOnly(catalog, Set.of("Type", "Pages"));
        add(catalog.getDictionaryObject(COSName.PAGES), false);
        while (!waiting.isEmpty()) {
            var part = waiting.pop();
            switch (part.value()) {
                case COSStream stream -> {
                    prune(stream, false);
                    PdfPictures.clean(stream);
                }
                case COSDictionary words -> prune(words, part.naming());
                case COSArray list -> list.forEach(value -> add(value, false));
                default -> {}
            }
        }
    }

    private void prune(COSDictionary words, boolean naming) {
        boolean note = words.containsKey(COSName.RECT);
        if (!naming) {
            pruneWords(words, note);
        }
        for (var word : List.copyOf(words.keySet())) {
            if (!naming && word.equals(COSName.ANNOTS)) {
                words.setItem(word, notes(words.getDictionaryObject(word)));
            }
            boolean names =
                    !naming && PdfKeys.NAMING.contains(word.getName()) && !words.containsKey(COSName.PATTERN_TYPE);
            add(words.getDictionaryObject(word), names);
        }
    }

    /** Where a file outside is named, and in notes the flag that says how they are shown, the word is the same. */
    private static void pruneWords(COSDictionary words, boolean note) {
        boolean flags = note && words.getDictionaryObject(COSName.F) instanceof COSInteger;
        var kept = words.getDictionaryObject(COSName.F);
        keepOnly(words, PdfKeys.DRAWN);
        if (flags) {
            words.setItem(COSName.F, kept);
        }
        if (note && !(words.getDictionaryObject(STATE) instanceof org.apache.pdfbox.cos.COSString)) {
            words.removeItem(STATE);
        }
    }

    private static COSArray notes(COSBase listed) {
        var notes = new COSArray();
        if (listed instanceof COSArray list) {
            for (int place = 0; place < list.size(); place++) {
                if (list.getObject(place) instanceof COSDictionary note
                        && PdfKeys.NOTES.contains(note.getNameAsString(COSName.SUBTYPE, ""))) {
                    if (COSName.WIDGET.equals(note.getCOSName(COSName.SUBTYPE))) {
                        note.setItem(COSName.SUBTYPE, NOTE);
                    }
                    notes.add(list.get(place));
                }
            }
        }
        return notes;
    }

    private static void keepOnly(COSDictionary words, Set<String> kept) {
        for (var word : List.copyOf(words.keySet())) {
            if (!kept.contains(word.getName())) {
                words.removeItem(word);
            }
        }
    }

    private void add(COSBase value, boolean naming) {
        var resolved = value instanceof COSObject reference ? reference.getObject() : value;
        if ((resolved instanceof COSDictionary || resolved instanceof COSArray) && seen.add(resolved)) {
            waiting.push(new Part(resolved, naming));
        }
    }
}
