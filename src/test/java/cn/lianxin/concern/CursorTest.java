package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void what_it_writes_it_reads() {
        var cursor = new Cursor(Instant.parse("2026-11-29T01:02:03.000456Z"), 42);

        assertThat(Cursor.parse(cursor.toString())).contains(cursor);
        assertThat(Cursor.parse(Cursor.FIRST.toString())).contains(Cursor.FIRST);
        assertThat(Cursor.parse(Cursor.LAST.toString())).contains(Cursor.LAST);
    }

    /** The database knows no such times, and said so with an incident. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1_1",
                "1_-1",
                "-9223372036854775808_1",
                "9223372036854775807_1",
                "253402300800000001_1",
                "1_9223372036854775808",
                "1",
                "_",
                "1_2_3",
                "x_1",
                ""
            })
    void what_is_no_cursor_begins_at_the_beginning(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }
}
