package cn.lianxin.weakness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database of advisories as a folder of files in the form of OSV, one each. */
final class Osv {

    private Osv() {}

    /** Of these libraries alone: the whole database has hundreds of thousands. */
    static List<Weakness> in(Path folder, Set<String> libraries) throws IOException {
        var weaknesses = new ArrayList<Weakness>();
        try (var files = Files.walk(folder)) {
            var advisories =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            if (advisories.isEmpty()) {
                throw new IllegalStateException("no advisories in " + folder);
            }
            for (var file : advisories) {
                weaknesses.addAll(of(file, libraries));
            }
        }
        return weaknesses;
    }

    private static List<Weakness> of(Path file, Set<String> libraries) {
        try {
            var advisory = JsonMapper.shared().readTree(file);
            var id = advisory.required("id").asString();
            if (advisory.has("withdrawn")) {
                return List.of();
            }
            var day = LocalDate.parse(advisory.path("published")
                    .asString(advisory.required("modified").asString())
                    .substring(0, 10));
            return advisory.path("affected")
                    .valueStream()
                    .filter(affected -> affected.has("package"))
                    .flatMap(affected -> of(affected, id, day))
                    .filter(weakness -> libraries.contains(weakness.library()))
                    .toList();
        } catch (JacksonException | IllegalArgumentException | DateTimeException | StringIndexOutOfBoundsException e) {
            throw new IllegalStateException("no advisory in the form of OSV: " + file, e);
        }
    }

    private static Stream<Weakness> of(JsonNode affected, String id, LocalDate day) {
        var library = affected.required("package");
        var ecosystem = library.required("ecosystem").asString().split(":", 2)[0];
        var name = library.required("name").asString();
        var runs = affected.path("ranges")
                .valueStream()
                .filter(range -> !range.path("type").asString("").equals("GIT"))
                .flatMap(range -> runs(range, ecosystem, name, id, day).stream());
        var single = affected.path("versions")
                .valueStream()
                .map(JsonNode::asString)
                .map(version -> new Weakness(ecosystem, name, version, null, version, id, day));
        return Stream.concat(runs, single);
    }

    /** Events may stand in any order: each that introduces ends with the next that mends. */
    private static List<Weakness> runs(JsonNode range, String ecosystem, String name, String id, LocalDate day) {
        if (!Set.of("Maven", "npm").contains(ecosystem)) {
            return List.of();
        }
        var order = Versions.of(ecosystem);
        var events = range.required("events")
                .valueStream()
                .flatMap(JsonNode::propertyStream)
                .sorted(Comparator.comparing(event -> event.getValue().asString(), order))
                .toList();
        var runs = new ArrayList<Weakness>();
        @Nullable String introduced = null;
        for (var event : events) {
            var version = event.getValue().asString();
            if (event.getKey().equals("introduced")) {
                introduced = introduced == null ? version : introduced;
            } else if (introduced != null && event.getKey().equals("fixed")) {
                runs.add(new Weakness(ecosystem, name, introduced, version, null, id, day));
                introduced = null;
            } else if (introduced != null && event.getKey().equals("last_affected")) {
                runs.add(new Weakness(ecosystem, name, introduced, null, version, id, day));
                introduced = null;
            }
        }
        if (introduced != null) {
            runs.add(new Weakness(ecosystem, name, introduced, null, null, id, day));
        }
        return runs;
    }
}
