package cn.lianxin.formerportal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from outside: piece by piece, without rules of its own, without anything that is fetched, and no piece too long to be held. */
final class SafeXml {

    /** One piece of a document is held whole. */
    static final int LONGEST_PIECE = 16 * 1024 * 1024;

    /** Of a section of characters that is longer the rest is left out, so that what comes after it can be read. */
    static final int LONGEST_SECTION = 4_000_000;

    private static final String OPEN = "<![CDATA[";
    private static final int CONTINUED = 0x80;
    private static final int LEADING_BITS = 0xC0;

    private static final XMLInputFactory READING = reading();

    private SafeXml() {}

    private static XMLInputFactory reading() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    static XMLStreamReader over(Pieces content) throws XMLStreamException {
        return READING.createXMLStreamReader(content);
    }

    /**
     * Gives up where one piece grows too long, cuts sections of characters short, and leaves out control characters, which no XML may
     * hold and many exports do.
     */
    static final class Pieces extends FilterInputStream {

        private long ofThisPiece;
        private long leftOut;
        private int cut;
        /** How much of the beginning of a section was there, or how many brackets in a row within one. */
        private int marks;

        private boolean inSection;
        private int ofThisSection;

        Pieces(InputStream content) {
            super(content);
        }

        void next() {
            ofThisPiece = 0;
        }

        long leftOut() {
            return leftOut;
        }

        /** How many sections were cut short so far. */
        int cut() {
            return cut;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            for (; ; ) {
                var read = super.read(into, from, most);
                if (read < 0) {
                    return read;
                }
                var kept = sifted(into, from, read);
                ofThisPiece += kept;
                if (ofThisPiece > LONGEST_PIECE) {
                    throw new IOException("a piece that is too long");
                }
                if (kept > 0) {
                    return kept;
                }
            }
        }

        private int sifted(byte[] bytes, int from, int length) {
            var to = from;
            for (var at = from; at < from + length; at++) {
                var one = bytes[at];
                if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t') {
                    one = ' ';
                    leftOut++;
                }
                if (stays(one)) {
                    bytes[to++] = one;
                }
            }
            return to - from;
        }

        /** Brackets stay, so that the end of a section does, wherever it lies. */
        private boolean stays(byte one) {
            if (!inSection) {
                marks = one == OPEN.charAt(marks) ? marks + 1 : one == '<' ? 1 : 0;
                if (marks == OPEN.length()) {
                    inSection = true;
                    ofThisSection = 0;
                    marks = 0;
                }
                return true;
            }
            if (one == '>' && marks > 1) {
                inSection = false;
                marks = 0;
                return true;
            }
            marks = one == ']' ? marks + 1 : 0;
            var over = ofThisSection > LONGEST_SECTION;
            if (!over && (one & LEADING_BITS) != CONTINUED && ++ofThisSection > LONGEST_SECTION) {
                // Never within a character: the first byte below it ends one in every way to write Chinese.
                if (one >= 0) {
                    cut++;
                } else {
                    ofThisSection--;
                }
                return true;
            }
            return !over || one == ']';
        }
    }
}
