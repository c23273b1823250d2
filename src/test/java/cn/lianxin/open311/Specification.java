package cn.lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whether an answer has the form that the specification gives it. */
public final class Specification {

    private static final JsonMapper JSON = new JsonMapper();
    private static final javax.xml.validation.Schema XML = xml();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Specification() {}

    /** @throws AssertionError with what is wrong */
    public static void assertXml(String text) {
        try {
            XML.newValidator().validate(new StreamSource(new StringReader(text)));
        } catch (SAXException e) {
            throw new AssertionError(e.getMessage() + " in " + text, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param definition name in {@code $defs} */
    static void assertJson(String definition, String text) {
        var errors = SCHEMAS.computeIfAbsent(definition, Specification::json)
                .validate(
                        text,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as(text).isEmpty();
    }

    static Document document(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema json(String definition) {
        try (var in = Specification.class.getResourceAsStream("/open311/georeport-v2.schema.json")) {
            var whole = (ObjectNode) JSON.readTree(in);
            whole.put("$ref", "#/$defs/" + definition);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(whole.toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static javax.xml.validation.Schema xml() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Specification.class.getResource("/open311/georeport-v2.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
