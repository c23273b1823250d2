package cn.lianxin.shape;

import cn.lianxin.Lianxin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleDiagramTest {

    @Test
    void the_diagram_of_the_rooms_is_drawn_from_the_code() throws IOException {
        Generated.mustBe(diagram(), "modules", Path.of("docs/architecture.md"));
    }

    /** Everybody may use the kernel and the platform; drawn are the ways between the rooms of the business. */
    private static String diagram() {
        var modules = ApplicationModules.of(Lianxin.class);
        var lines = new TreeSet<String>();
        modules.stream()
                .filter(module -> isBusiness(module.getIdentifier().toString()))
                .forEach(module -> {
                    var from = module.getIdentifier().toString();
                    lines.add("    " + from);
                    module.getDirectDependencies(modules)
                            .uniqueModules()
                            .map(used -> used.getIdentifier().toString())
                            .filter(used -> isBusiness(used) && !used.equals(from))
                            .forEach(used -> lines.add("    " + from + " --> " + used));
                });
        return "```mermaid\nflowchart TD\n" + String.join("\n", lines) + "\n```\n";
    }

    private static boolean isBusiness(String room) {
        return !room.equals("kernel") && !room.startsWith("platform.");
    }
}
