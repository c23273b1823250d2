package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document as it is served, and whether an answer is one that it describes. */
public final class Document {

    /** One operation of it. */
    public record Described(String method, String path, JsonNode operation) {

        public String name() {
            return operation.get("operationId").asString();
        }

        public List<JsonNode> parameters(String in) {
            var parameters = new ArrayList<JsonNode>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.get("in").asString().equals(in)) {
                    parameters.add(parameter);
                }
            });
            return parameters;
        }

        boolean matches(String asked) {
            var pattern =
                    Pattern.compile("\\{\\w+}").matcher(Pattern.quote(path)).replaceAll("\\\\E[^/]*\\\\Q");
            return asked.matches(pattern);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode root;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();

    private Document(JsonNode root) {
        this.root = root;
    }

    public static Document of(MockMvcTester mvc) {
        var answer = mvc.get().uri("/api/v1/openapi.json").exchange().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return new Document(JSON.readTree(answer.getContentAsByteArray()));
    }

    public JsonNode root() {
        return root;
    }

    public List<Described> operations() {
        var all = new ArrayList<Described>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new Described(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return all;
    }

    public Described named(String name) {
        return operations().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The names of those that were done at least once. */
    public Set<String> succeeded() {
        return succeeded;
    }

    /** Follows a reference, if it is one. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** @throws AssertionError where the document does not say that this may be answered */
    public void check(String method, String path, MockHttpServletResponse answer) {
        var about = method + " " + path + " " + answer.getStatus() + " " + text(answer);
        // An address with its own words comes before one with a variable.
        var operation = operations().stream()
                .filter(one -> one.method().equals(method) && one.matches(path))
                .min(java.util.Comparator.comparingInt(
                        one -> one.parameters("path").size()))
                .orElseThrow(() -> new AssertionError("not in the document: " + about));
        var described = operation.operation().at("/responses/" + answer.getStatus());
        assertThat(described.isMissingNode()).as(about).isFalse();
        if (answer.getStatus() < 300) {
            succeeded.add(operation.name());
        }
        var content = resolved(described).path("content");
        if (content.isMissingNode()) {
            assertThat(answer.getContentAsByteArray()).as(about).isEmpty();
            return;
        }
        if (content.has("*/*")) {
            return;
        }
        var type = String.valueOf(answer.getContentType()).replaceFirst(";.*", "");
        assertThat(content.has(type)).as(type + " of " + about).isTrue();
        if (type.endsWith("json")) {
            checkSchema(content.get(type).get("schema"), text(answer), about);
        }
        if (resolved(described).at("/headers/RateLimit").isObject()) {
            assertThat(answer.getHeader("RateLimit")).as(about).isNotNull();
        }
    }

    /** What is wrong with a value by a schema of the document; nothing, where it is right. */
    public List<String> faults(JsonNode schema, String value) {
        var validator = schemas.computeIfAbsent(schema.toString(), _ -> validator(schema));
        return validator
                .validate(
                        value,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private void checkSchema(JsonNode schema, String text, String about) {
        assertThat(faults(schema, text)).as(about).isEmpty();
    }

    private Schema validator(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", root.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
