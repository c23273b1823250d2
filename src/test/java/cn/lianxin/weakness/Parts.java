package cn.lianxin.weakness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was not written here: in the product, beside it in its tests, and driven by them. */
final class Parts {

    private static final String BILL = "/META-INF/sbom/application.cdx.json";
    private static final String MODULES = "node_modules/";

    private Parts() {}

    static Set<Part> all() throws IOException {
        return Stream.of(ofTheBill(), ofTheClassPath(), ofTheLockFiles())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    static Set<Part> ofTheBill() throws IOException {
        try (var bill = Objects.requireNonNull(
                Parts.class.getResourceAsStream(BILL), "no bill: Maven makes none while it is offline")) {
            return JsonMapper.shared()
                    .readTree(bill)
                    .get("components")
                    .valueStream()
                    .map(part ->
                            new Part("Maven", text(part, "group") + ":" + text(part, "name"), text(part, "version")))
                    .collect(Collectors.toSet());
        }
    }

    /** With the libraries of the tests, as they lie in Maven's repository. */
    static Set<Part> ofTheClassPath() {
        var repository =
                Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> jar.startsWith(repository))
                .map(jar -> ofTheRepository(repository.relativize(jar)))
                .collect(Collectors.toSet());
    }

    /** {@code org/postgresql/postgresql/42.7.14/postgresql-42.7.14.jar}. */
    static Part ofTheRepository(Path jar) {
        var names = jar.getNameCount();
        var group = jar.subpath(0, names - 3).toString().replace(File.separatorChar, '.');
        return new Part(
                "Maven",
                group + ":" + jar.getName(names - 3),
                jar.getName(names - 2).toString());
    }

    static Set<Part> ofTheLockFiles() throws IOException {
        var parts = new HashSet<Part>();
        try (var folders = Files.list(Path.of("src/test/npm"))) {
            for (var folder : folders.toList()) {
                JsonMapper.shared()
                        .readTree(folder.resolve("package-lock.json"))
                        .get("packages")
                        .propertyStream()
                        .filter(entry -> entry.getKey().contains(MODULES)
                                && entry.getValue().has("version"))
                        .map(entry -> new Part("npm", afterLast(entry.getKey()), text(entry.getValue(), "version")))
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    private static String afterLast(String path) {
        return path.substring(path.lastIndexOf(MODULES) + MODULES.length());
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }
}
