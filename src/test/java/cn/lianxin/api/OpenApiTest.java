package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document is complete, and strict. Whether it is valid is said by a foreign validator (ApiForeignClientTest). */
@ProductTest
class OpenApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    Document document;

    @BeforeEach
    void ask() {
        document = Document.of(mvc);
    }

    @Test
    void every_route_is_in_the_document_and_the_document_has_no_other() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, _) -> {
            for (var pattern : mapping.getPatternValues()) {
                assertThat(!pattern.startsWith("/api/v1")
                                || !mapping.getMethodsCondition().getMethods().isEmpty())
                        .as(pattern + " says by which method")
                        .isTrue();
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/api/v1") && !pattern.equals("/api/v1/openapi.json")) {
                        routes.add(method + " " + pattern);
                    }
                }
            }
        });
        var described = new TreeSet<String>();
        document.operations().forEach(one -> described.add(one.method() + " " + one.path()));

        assertThat(described).hasSizeGreaterThan(75).isEqualTo(routes);
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_sentence_a_scope_and_a_section() {
        var names = document.operations().stream().map(Document.Described::name).toList();
        var sections = new HashSet<String>();
        document.root().get("tags").forEach(tag -> sections.add(tag.get("name").asString()));

        assertThat(names).doesNotHaveDuplicates();
        for (var one : document.operations()) {
            assertThat(one.operation().get("summary").asString()).as(one.name()).isNotBlank();
            assertThat(one.operation().at("/tags/0").asString()).as(one.name()).isIn(sections);
            assertThat(one.operation().at("/security/0/token/0").isString())
                    .as(one.name())
                    .isTrue();
        }
    }

    @Test
    void every_variable_of_an_address_is_described_and_no_other() {
        for (var one : document.operations()) {
            var variables = Pattern.compile("\\{(\\w+)}")
                    .matcher(one.path())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            var described = one.parameters("path").stream()
                    .map(parameter -> parameter.get("name").asString())
                    .toList();

            assertThat(described).as(one.path()).containsExactlyInAnyOrderElementsOf(variables);
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = new ArrayList<String>();
        collect(document.root(), references);

        assertThat(references).hasSizeGreaterThan(100);
        for (var reference : references) {
            assertThat(document.root().at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    /** What is not in it is no part of a request or an answer. */
    @Test
    void every_object_is_closed_and_every_text_that_is_asked_for_has_a_length() {
        for (var schema : document.root().at("/components/schemas")) {
            assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
        }
        for (var one : document.operations()) {
            var body = one.operation().at("/requestBody/content/application~1json/schema");
            if (!body.isMissingNode()) {
                for (var property : document.resolved(body).get("properties")) {
                    if (property.get("type").toString().contains("string")
                            && !property.has("enum")
                            && !property.has("format")) {
                        assertThat(property.has("maxLength"))
                                .as(one.name() + property)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void it_speaks_the_language_of_whoever_asks() {
        assertThat(mvc.get().uri("/api/v1/openapi.json").header("Accept-Language", "en"))
                .bodyJson()
                .extractingPath("$.paths['/api/v1/concerns'].post.summary")
                .isEqualTo("Raise a concern");
        assertThat(document.named("raiseConcern").operation().get("summary").asString())
                .isEqualTo("反映一件事");
    }

    /** Solved is said by the worker alone, with his own token, of one concern; nothing else in the document leads there. */
    @Test
    void one_operation_alone_judges_and_no_application_of_its_own_may_call_it() {
        var judging = document.operations().stream()
                .filter(one -> document.resolved(one.operation().at("/requestBody/content/application~1json/schema"))
                        .toString()
                        .contains("NOT_SOLVED"))
                .toList();

        assertThat(judging).hasSize(1);
        assertThat(judging.getFirst().path()).isEqualTo("/api/v1/concerns/{number}/verdict");
        assertThat(judging.getFirst().operation().get("security").toString()).isEqualTo("[{\"token\":[\"verdicts\"]}]");
        assertThat(List.of(judging.getFirst().parameters("header").size())).containsExactly(2);
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }
}
