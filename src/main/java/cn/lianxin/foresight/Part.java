package cn.lianxin.foresight;

import java.util.Arrays;
import java.util.Optional;

/** The four questions of the board. */
enum Part {
    RISING("rising", "warning"),
    RETURNING("returning", "again"),
    SILENT("silent", "inbox"),
    UNEQUAL("unequal", "split");

    private final String slug;
    private final String icon;

    Part(String slug, String icon) {
        this.slug = slug;
        this.icon = icon;
    }

    static Optional<Part> at(String slug) {
        return Arrays.stream(values()).filter(part -> part.slug.equals(slug)).findFirst();
    }

    /** All rows of it, of the highest unit of whoever follows. */
    String address() {
        return "/foresight/" + slug;
    }

    String address(long unit) {
        return address() + "?unit=" + unit;
    }

    String icon() {
        return icon;
    }
}
