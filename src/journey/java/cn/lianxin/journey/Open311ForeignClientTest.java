package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.open311.Specification;
import cn.lianxin.organization.Directory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that was not written here, as it lies in the registry, does what another system does with Lianxin. */
@JourneyTest
class Open311ForeignClientTest {

    private static final Path CLIENT = Path.of("target", "npm", "open311");
    private static final Path DRIVE = Path.of("src", "test", "npm", "open311", "drive.js");

    @LocalServerPort
    int port;

    @Autowired
    Collieries collieries;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void the_foreign_client_finds_files_and_follows(String format) throws Exception {
        var colliery = collieries.found();
        var key = tokens.machine(colliery.mine(), ApplicationScope.OPEN311);

        var got = drive(key, colliery.mineCode(), format);

        var id = got.at("/filed/0/service_request_id").asString();
        assertThat(got.at("/discovery/endpoints/0/specification").asString())
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(got.get("services").asInt()).isEqualTo(78);
        assertThat(got.at("/service/service_code").asString()).isEqualTo("A1");
        assertThat(got.at("/service/metadata").asBoolean()).isTrue();
        assertThat(got.at("/definition/attributes").findValuesAsString("code")).containsExactly("unit", "kind", "mode");
        assertThat(id).matches("2\\d{3}-\\d{4}-\\d{4}");
        assertThat(got.at("/filed/0/receipt").asString()).matches("[0-9]{20}");
        assertThat(got.at("/batch/0").has("service_request_id")).isFalse();
        assertThat(got.at("/token/found").asBoolean(true)).isFalse();
        assertThat(got.at("/one/0/service_request_id").asString()).isEqualTo(id);
        assertThat(got.at("/one/0/status").asString()).isEqualTo("open");
        assertThat(got.at("/one/0/description").asString()).isEqualTo("澡堂没热水，四天了");
        assertThat(got.at("/several")).hasSize(1);
        assertThat(got.at("/open")).hasSize(2);
        assertThat(got.at("/withoutKey").isNull() || got.at("/withoutKey").isEmpty())
                .isTrue();
    }

    /** The schema that we wrote from the specification takes what real cities answer, and so is not just our own habit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dc-services",
                "dc-services-S0301",
                "discovery-dc",
                "service-request",
                "service-requests",
                "token",
                "boston-submitrequest-token",
                "boston-err-submitrequest-base_is_duplicate"
            })
    void our_schema_takes_the_documents_that_the_client_brings_along(String document) throws IOException {
        var documents = CLIENT.resolve(Path.of("node_modules", "open311", "test", "mocks"));

        Specification.assertXml(Files.readString(documents.resolve(document + ".xml")));
    }

    private JsonNode drive(String key, String unit, String format) throws IOException, InterruptedException {
        assertThat(CLIENT.resolve("node_modules").toFile())
                .as("./lianxin test puts the client there; by hand: cp -r src/test/npm/open311 target/npm/ && cd"
                        + " target/npm/open311 && npm ci --ignore-scripts")
                .isDirectory();
        var building = new ProcessBuilder("node", DRIVE.toString(), "http://127.0.0.1:" + port, key, unit, format)
                .redirectErrorStream(true);
        building.environment()
                .put(
                        "NODE_PATH",
                        CLIENT.resolve("node_modules").toAbsolutePath().toString());
        var process = building.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        var lines = output.strip().lines().toList();
        return new JsonMapper().readTree(lines.getLast());
    }
}
