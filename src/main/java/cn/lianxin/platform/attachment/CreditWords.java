package cn.lianxin.platform.attachment;

import cn.lianxin.platform.attachment.Credit.Field;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The few words that may stay, in the four tongues in which cameras, editors and makers of pictures write them. */
final class CreditWords {

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();
    private static final Charset OLD_CHINESE = Charset.forName("GB18030");
    private static final String MARK = "AIGC";
    private static final int ARTIST = 0x013B;
    private static final int COPYRIGHT = 0x8298;
    private static final int MORE = 0x8769;
    private static final int COMMENT = 0x9286;
    private static final int CODE = 8;
    private static final int MOST_ENTRIES = 500;

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private CreditWords() {}

    static void ofXmp(byte[] packet, Credit credit) {
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(packet));
            Optional<Field> open = Optional.empty();
            var depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.isPresent()) {
                            depth++;
                        } else {
                            open = field(reader.getNamespaceURI(), reader.getLocalName());
                            for (var at = 0; at < reader.getAttributeCount(); at++) {
                                var said = reader.getAttributeValue(at);
                                field(reader.getAttributeNamespace(at), reader.getAttributeLocalName(at))
                                        .ifPresent(field -> credit.add(field, said));
                            }
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        var said = reader.getText();
                        open.ifPresent(field -> credit.add(field, said));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (depth == 0) {
                            open = Optional.empty();
                        } else {
                            depth--;
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException | RuntimeException broken) {
            // What was found until here counts.
        }
    }

    private static Optional<Field> field(String namespace, String local) {
        return Arrays.stream(Field.values())
                .filter(field -> field.local().equals(local)
                        && (field == Field.AIGC || field.namespace().equals(namespace)))
                .findFirst();
    }

    static void ofExif(byte[] bytes, Credit credit) {
        try {
            var exif = ByteBuffer.wrap(bytes);
            exif.order(exif.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            directory(exif, exif.getInt(4), credit, true);
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            // What was found until here counts.
        }
    }

    private static void directory(ByteBuffer exif, int from, Credit credit, boolean first) {
        for (var entry = 0; entry < Math.min(exif.getShort(from), MOST_ENTRIES); entry++) {
            var at = from + 2 + 12 * entry;
            switch (exif.getShort(at) & 0xFFFF) {
                case ARTIST -> credit.add(Field.CREATOR, text(value(exif, at)));
                case COPYRIGHT -> credit.add(Field.RIGHTS, text(value(exif, at)));
                case COMMENT -> comment(value(exif, at), exif.order(), credit);
                case MORE -> {
                    if (first) {
                        directory(exif, exif.getInt(at + 8), credit, false);
                    }
                }
                default -> {}
            }
        }
    }

    private static byte[] value(ByteBuffer exif, int entry) {
        var length = exif.getInt(entry + 4);
        if (length < 0 || length > exif.limit()) {
            throw new IndexOutOfBoundsException(length);
        }
        var from = length <= 4 ? entry + 8 : exif.getInt(entry + 8);
        var bytes = new byte[length];
        exif.get(from, bytes);
        return bytes;
    }

    /** People write anything there; of it only the mark stays. */
    private static void comment(byte[] bytes, ByteOrder order, Credit credit) {
        if (bytes.length <= CODE) {
            return;
        }
        var said = Arrays.copyOfRange(bytes, CODE, bytes.length);
        var wide = new String(bytes, 0, CODE, StandardCharsets.US_ASCII).startsWith("UNICODE");
        var words = wide
                ? new String(
                        said, order == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE)
                : text(said);
        marked(words, credit);
    }

    private static void marked(String words, Credit credit) {
        var said = words.strip();
        if (said.startsWith("{") && said.contains("\"" + MARK + "\"")) {
            credit.add(Field.AIGC, said);
        }
    }

    static void ofIptc(byte[] bytes, Credit credit) {
        for (var at = 0; at + 5 <= bytes.length; at++) {
            if (bytes[at] == 0x1C && bytes[at + 1] == 2) {
                var end = at + 5 + ((bytes[at + 3] & 0xFF) << 8 | bytes[at + 4] & 0xFF);
                if (end > bytes.length) {
                    return;
                }
                var said = text(Arrays.copyOfRange(bytes, at + 5, end));
                switch (bytes[at + 2]) {
                    case 80 -> credit.add(Field.CREATOR, said);
                    case 110 -> credit.add(Field.CREDIT, said);
                    case 116 -> credit.add(Field.RIGHTS, said);
                    default -> {}
                }
                at = end - 1;
            }
        }
    }

    static void ofPngText(byte[] bytes, Credit credit) {
        var end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        var key = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        var said = text(Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length));
        switch (key) {
            case "Author" -> credit.add(Field.CREATOR, said);
            case "Copyright" -> credit.add(Field.RIGHTS, said);
            case MARK -> credit.add(Field.AIGC, said);
            default -> {}
        }
    }

    /** Until the zero that ends it; what is no UTF-8 was written by an older Chinese program. */
    private static String text(byte[] bytes) {
        var length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, 0, length, OLD_CHINESE);
        }
    }
}
