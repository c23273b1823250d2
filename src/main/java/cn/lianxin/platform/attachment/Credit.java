package cn.lianxin.platform.attachment;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stays of the words in a picture that is handed in to be printed: who made it, whose it is, and the mark that a machine made it.
 * Letters as they were, in one small XMP packet that we write ourselves; of everything else in the file nothing is taken along.
 */
public final class Credit {

    /** What may stay, by its place in XMP. */
    enum Field {
        CREATOR("dc", "http://purl.org/dc/elements/1.1/", "creator"),
        RIGHTS("dc", "http://purl.org/dc/elements/1.1/", "rights"),
        CREDIT("photoshop", "http://ns.adobe.com/photoshop/1.0/", "Credit"),
        SOURCE_TYPE("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType"),
        AIGC("TC260", "http://www.tc260.org.cn/ns/AIGC/1.0/", "AIGC");

        private final String prefix;
        private final String namespace;
        private final String local;

        Field(String prefix, String namespace, String local) {
            this.prefix = prefix;
            this.namespace = namespace;
            this.local = local;
        }

        String local() {
            return local;
        }

        String namespace() {
            return namespace;
        }
    }

    private static final int LONGEST = 4_000;
    private static final Predicate<String> PRINTABLE = words -> words.codePoints()
            .allMatch(one -> one >= 0x20 && one < 0xD800
                    || one == '\t'
                    || one == '\n'
                    || one >= 0xE000 && one < 0xFFFE
                    || one > 0xFFFF);

    private final Map<Field, String> words = new EnumMap<>(Field.class);

    Credit() {}

    /** The first place that says it counts; what is too long or has no letters is left out. */
    void add(Field field, String said) {
        if (!said.isBlank() && said.length() <= LONGEST && PRINTABLE.test(said)) {
            words.putIfAbsent(field, said);
        }
    }

    Map<Field, String> words() {
        return Map.copyOf(words);
    }

    /** Of a picture as it came, before its traces are taken away. */
    static Credit of(FileType type, byte[] bytes) {
        var credit = new Credit();
        CreditPlaces.read(type, bytes, credit);
        return credit;
    }

    /** The picture without traces, with these words in it; as it is where there are none, or where the form has no place for them. */
    byte[] into(FileType type, byte[] clean) {
        return words.isEmpty() ? clean : CreditPlaces.write(type, clean, packet());
    }

    /** As a stored picture has it, byte for byte; empty for what has none. */
    public static Optional<byte[]> packetIn(Content stored) {
        return FileType.ofMediaType(stored.mediaType()).flatMap(type -> CreditPlaces.packet(type, stored.bytes()));
    }

    private byte[] packet() {
        var xmp = new StringBuilder("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\"");
        words.keySet().stream()
                .map(field -> " xmlns:" + field.prefix + "=\"" + field.namespace + "\"")
                .distinct()
                .forEach(xmp::append);
        xmp.append('>');
        words.forEach((field, said) -> xmp.append('<')
                .append(field.prefix)
                .append(':')
                .append(field.local)
                .append('>')
                .append(listed(field, escaped(said)))
                .append("</")
                .append(field.prefix)
                .append(':')
                .append(field.local)
                .append('>'));
        return xmp.append("</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String listed(Field field, String said) {
        return switch (field) {
            case CREATOR -> "<rdf:Seq><rdf:li>" + said + "</rdf:li></rdf:Seq>";
            case RIGHTS -> "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + said + "</rdf:li></rdf:Alt>";
            case CREDIT, SOURCE_TYPE, AIGC -> said;
        };
    }

    private static String escaped(String said) {
        return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
