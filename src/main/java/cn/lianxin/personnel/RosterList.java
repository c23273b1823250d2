package cn.lianxin.personnel;

import cn.lianxin.kernel.Refusal;
import java.util.Locale;
import java.util.stream.Stream;

/** The lists that a look at a roster falls into. */
enum RosterList {
    /** Taken on, or back again. */
    JOINS,
    /** In another unit or another post than before. */
    MOVES,
    /** Working here today and missing from the file. */
    LEAVES,
    /** Name, employment, phone, posts beside the main one, who leads. */
    CORRECTIONS,
    /** Units founded, renamed or moved, where the file carries units. */
    UNITS,
    /** Left as they are because the file is of another day than they are. */
    WAITS,
    STAYS;

    /** Its name in addresses. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Another name is no address: NotFound. */
    static RosterList withParameter(String parameter) {
        return Stream.of(values())
                .filter(list -> list.parameter().equals(parameter))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }
}
