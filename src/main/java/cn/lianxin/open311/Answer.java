package cn.lianxin.open311;

import cn.lianxin.open311.Part.Field;
import cn.lianxin.open311.Part.Fields;
import cn.lianxin.open311.Part.Figure;
import cn.lianxin.open311.Part.Flag;
import cn.lianxin.open311.Part.Items;
import cn.lianxin.open311.Part.Text;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole answer.
 *
 * @param root the outermost element; JSON does without
 */
record Answer(String root, Part content) {

    /** The JDK's own: which others lie on the class path is not to change an answer. */
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private static final JsonMapper JSON = new JsonMapper();

    ResponseEntity<byte[]> as(Format format) {
        return as(format, HttpStatusCode.valueOf(200), new HttpHeaders());
    }

    ResponseEntity<byte[]> as(Format format, HttpStatusCode status, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(format.mediaType())
                .cacheControl(CacheControl.noStore())
                .body(bytes(format));
    }

    byte[] bytes(Format format) {
        var bytes = new ByteArrayOutputStream();
        switch (format) {
            case XML -> writeXml(bytes);
            case JSON -> {
                try (var generator = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
                    write(content, generator);
                }
            }
        }
        return bytes.toByteArray();
    }

    private void writeXml(ByteArrayOutputStream bytes) {
        try {
            var writer = XML.createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            write(root, content, writer);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(String name, Part part, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(name);
        switch (part) {
            case Text(var text) -> writer.writeCharacters(permitted(text));
            case Flag(var flag) -> writer.writeCharacters(Boolean.toString(flag));
            case Figure(var figure) -> writer.writeCharacters(Long.toString(figure));
            case Fields(var fields) -> {
                for (var field : fields) {
                    write(field.name(), field.part(), writer);
                }
            }
            case Items(var each, var parts) -> {
                for (var item : parts) {
                    write(each, item, writer);
                }
            }
        }
        writer.writeEndElement();
    }

    private static void write(Part part, JsonGenerator generator) {
        switch (part) {
            case Text(var text) -> {
                if (text.isEmpty()) {
                    generator.writeNull();
                } else {
                    generator.writeString(text);
                }
            }
            case Flag(var flag) -> generator.writeBoolean(flag);
            case Figure(var figure) -> generator.writeNumber(figure);
            case Fields(var fields) -> {
                generator.writeStartObject();
                for (Field field : fields) {
                    generator.writeName(field.name());
                    write(field.part(), generator);
                }
                generator.writeEndObject();
            }
            case Items items -> {
                generator.writeStartArray();
                for (var item : items.parts()) {
                    write(item, generator);
                }
                generator.writeEndArray();
            }
        }
    }

    /** What XML 1.0 has no way to say is left out. */
    private static String permitted(String text) {
        return text.codePoints()
                .filter(Answer::isPermitted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPermitted(int character) {
        return character >= 0x20 && character < 0xD800
                || character == '\n'
                || character == '\t'
                || character >= 0xE000 && character < 0xFFFE
                || character >= 0x10000;
    }
}
