package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * That somebody has read something.
 *
 * @param at when he did so first within the door's slot of time
 * @param inPlaceOf for whom he stood in, by name, where he saw it for that alone; else empty
 * @param named whether the name of whoever it is about stood there
 */
public record Reading(long id, Instant at, Reader reader, String inPlaceOf, Door door, boolean named) {

    static Reading of(ResultSet row, int number) throws SQLException {
        return new Reading(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Reader(
                        row.getString("reader"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("unit"),
                        roles(row.getString("roles"))),
                row.getString("in_place_of"),
                Door.valueOf(row.getString("door")),
                row.getBoolean("named"));
    }

    private static List<Role> roles(String names) {
        return Stream.of(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .toList();
    }

    String cursor() {
        return Long.toString(id);
    }
}
