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

    /** Gives up where one piece grows too long, and leaves out control characters, which no XML may hold and many exports do. */
    static final class Pieces extends FilterInputStream {

        private long ofThisPiece;
        private long leftOut;

        Pieces(InputStream content) {
            super(content);
        }

        void next() {
            ofThisPiece = 0;
        }

        long leftOut() {
            return leftOut;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            var read = super.read(into, from, most);
            ofThisPiece += Math.max(read, 0);
            if (ofThisPiece > LONGEST_PIECE) {
                throw new IOException("a piece that is too long");
            }
            for (var at = from; at < from + read; at++) {
                if (into[at] >= 0 && into[at] < ' ' && into[at] != '\n' && into[at] != '\r' && into[at] != '\t') {
                    into[at] = ' ';
                    leftOut++;
                }
            }
            return read;
        }
    }
}
