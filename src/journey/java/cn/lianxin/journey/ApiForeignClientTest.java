package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.Mine;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs of others judge the document: a validator, and a generator whose client is compiled and used. */
@JourneyTest
class ApiForeignClientTest {

    private static final Path HERE = Path.of("target", "npm", "api");

    @LocalServerPort
    int port;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Test
    void the_document_is_one_that_the_specification_allows() throws Exception {
        fetchDocument();

        var judged = node("validate.js", "openapi.json");

        assertThat(judged.get("errors")).isEmpty();
        assertThat(judged.get("valid").asBoolean()).isTrue();
        assertThat(judged.get("version").asString()).isEqualTo("3.1");
    }

    @Test
    void a_generated_client_is_compiled_and_raises_routes_replies_and_judges() throws Exception {
        var mine = new Mine(village);
        fetchDocument();
        run("node_modules/@hey-api/openapi-ts/bin/index.cjs", "-i", "openapi.json", "-o", "client");
        run("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");

        var got = node(
                "built/drive.js",
                "http://127.0.0.1:" + port,
                tokens.person(mine.worker.person(), mine.mine, ApplicationScope.CONCERNS, ApplicationScope.VERDICTS),
                tokens.person(mine.desk.person(), mine.mine, ApplicationScope.WORK),
                tokens.person(mine.handler.person(), mine.mine, ApplicationScope.WORK, ApplicationScope.VERDICTS),
                directory.unit(mine.district).code());

        assertThat(got.get("number").asString()).matches("2\\d{3}-\\d{4}-\\d{4}");
        assertThat(got.get("again")).isEqualTo(got.get("number"));
        assertThat(got.get("state").asString()).isEqualTo("REPLIED");
        assertThat(got.get("opinion").asString()).isEqualTo("三天里换好");
        assertThat(got.get("refused").asString()).isEqualTo("not-found");
        assertThat(got.at("/own/0")).isEqualTo(got.get("number"));
    }

    private void fetchDocument() throws IOException {
        assertThat(HERE.resolve("node_modules").toFile())
                .as("./lianxin test puts the programs there; by hand: cp -r src/test/npm/api target/npm/ && cd"
                        + " target/npm/api && npm ci --ignore-scripts")
                .isDirectory();
        var document = URI.create("http://127.0.0.1:" + port + "/api/v1/openapi.json");
        try (InputStream in = document.toURL().openStream()) {
            Files.copy(in, HERE.resolve("openapi.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static JsonNode node(String... arguments) throws IOException, InterruptedException {
        var lines = run(arguments).strip().lines().toList();
        return new JsonMapper().readTree(lines.getLast());
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(HERE.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
