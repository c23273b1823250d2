package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.UnitKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A library that was not written here makes and reads the documents of a personnel system that pushes. */
@JourneyTest
class ScimForeignClientTest {

    private static final Path LIBRARY = Path.of("target", "npm", "scim");
    private static final Path DRIVE =
            Path.of("src", "test", "npm", "scim", "drive.mjs").toAbsolutePath();

    @LocalServerPort
    int port;

    @Autowired
    Enterprise enterprise;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Test
    void the_foreign_library_creates_finds_changes_and_removes() throws Exception {
        var mine = enterprise.below(enterprise.group(), UnitKind.MINE, "北岭矿");
        var first = directory.unit(enterprise.below(mine, UnitKind.DISTRICT, "综采一队"));
        var second = directory.unit(enterprise.below(mine, UnitKind.DISTRICT, "综采二队"));
        for (var i = 0; i < 40; i++) {
            enterprise.person("工人" + i, first.id(), "采煤工");
        }
        var number = Enterprise.code();

        var got = drive(tokens.machine(mine, ApplicationScope.SCIM), number, first.code(), second.code());

        assertThat(got.at("/config/patch/supported").asBoolean()).isTrue();
        assertThat(got.get("types").asInt()).isEqualTo(2);
        assertThat(got.get("schemas").asInt()).isEqualTo(4);
        assertThat(got.get("created").asInt()).isEqualTo(201);
        assertThat(got.get("matching").asInt()).isEqualTo(1);
        assertThat(got.get("listed").asInt()).isEqualTo(1);
        for (var same : new String[] {"/displayName", "/title", "/phoneNumbers"}) {
            assertThat(got.get("after").at(same))
                    .as(same)
                    .isEqualTo(got.get("expected").at(same));
        }
        assertThat(got.at("/after/title").asString()).isEqualTo("班长");
        assertThat(got.at("/after/name/formatted").asString()).isEqualTo("单大明");
        assertThat(got.get("changedTag").asBoolean()).isTrue();
        assertThat(got.at("/twice/scimType").asString()).isEqualTo("uniqueness");
        assertThat(got.at("/group/displayName").asString()).isEqualTo("综采二队");
        assertThat(got.at("/group/members")).hasSize(1);
        assertThat(got.get("gone").asInt()).isEqualTo(204);
        assertThat(got.at("/missing/status").asString()).isEqualTo("404");
        assertThat(directory.personByStaffNumber(number).orElseThrow().leftOn()).isPresent();
    }

    private JsonNode drive(String... arguments) throws IOException, InterruptedException {
        assertThat(LIBRARY.resolve("node_modules").toFile())
                .as("./lianxin test puts the library there; by hand: cp -r src/test/npm/scim target/npm/ && cd"
                        + " target/npm/scim && npm ci --ignore-scripts")
                .isDirectory();
        var command =
                new java.util.ArrayList<>(java.util.List.of("node", DRIVE.toString(), "http://127.0.0.1:" + port));
        command.addAll(java.util.List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(LIBRARY.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return new JsonMapper().readTree(output.strip().lines().toList().getLast());
    }
}
