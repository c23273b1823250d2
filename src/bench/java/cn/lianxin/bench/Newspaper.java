package cn.lianxin.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/** Invented articles, the same every time, by the speed of COPY: four of ten in one channel, the others in all the rest. */
final class Newspaper {

    static final String LARGEST = "prose";

    private static final int BATCH = 2_000;
    private static final long FIRST = 3_000_000_000L;
    private static final Instant NEWEST = Instant.parse("2026-11-20T00:00:00Z");

    private final InventedText invented = new InventedText();
    private final List<String> others;
    private final Cast cast;

    private Newspaper(List<String> others, Cast cast) {
        this.others = others;
        this.cast = cast;
    }

    /** As if all had been passed; who passed them is in no page. */
    static void load(Connection connection, Cast cast, int count) throws SQLException, IOException {
        var others = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select code from newsroom.channel where code <> '" + LARGEST + "' order by place")) {
            while (rows.next()) {
                others.add(rows.getString(1));
            }
        }
        new Newspaper(others, cast).load(connection, count);
    }

    private void load(Connection connection, int count) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            // What guards each single publication would be asked a hundred thousand times.
            statement.execute("set session_replication_role = replica");
        }
        for (var first = 0; first < count; first += BATCH) {
            var articles = new StringBuilder();
            var revisions = new StringBuilder();
            for (var i = first; i < Math.min(count, first + BATCH); i++) {
                row(i, articles, revisions);
            }
            copy.copyIn("""
                    copy newsroom.revision (id, article, place, round, title, byline, unit_name, text, source, lead, digest,
                        written_by, written_at) from stdin""", new StringReader(revisions.toString()));
            copy.copyIn("""
                    copy newsroom.article (id, channel, kind, author, unit, working, standing, revision, submitted_at,
                        public_revision, slug, first_public_at, changed_at, editor_name) from stdin""", new StringReader(articles.toString()));
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = origin");
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze newsroom.article");
            statement.execute("vacuum analyze newsroom.revision");
        }
    }

    private void row(int index, StringBuilder articles, StringBuilder revisions) {
        var text = invented.text(index) + "\n\n" + invented.text(index + 1_000_000_007L);
        var at = NEWEST.minus(Duration.ofMinutes(37L * index));
        var id = FIRST + index;
        var channel = index % 5 < 2 ? LARGEST : others.get(index % others.size());
        var author = cast.workers().get(index % cast.workers().size()).value();
        var title = text.substring(0, Math.min(18, text.indexOf('\n')));
        tab(
                revisions,
                id,
                id,
                1,
                1,
                title,
                "测" + index % 900,
                "测速矿",
                text.replace("\n", "\\n"),
                "",
                text.substring(0, Math.min(90, text.indexOf('\n'))),
                digest(text),
                author,
                at);
        tab(
                articles,
                id,
                channel,
                channel.equals("briefs") ? "BULLETIN" : "TEXT",
                author,
                cast.mine().value(),
                "SETTLED",
                "PUBLIC",
                id,
                at,
                id,
                "bench-" + index,
                at,
                at,
                "测");
    }

    static String address(int index) {
        return "/news/articles/" + (FIRST + index) + "/bench-" + index;
    }

    /** The cursor of what stands before the last page of the largest channel. */
    static String lastPage(int count) {
        var index = count - count % 5 - 5 - 5 * 9;
        var at = NEWEST.minus(Duration.ofMinutes(37L * index));
        return "/news/channels/" + LARGEST + "?after=" + at.getEpochSecond() + ".0." + (FIRST + index);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tab(StringBuilder row, Object... cells) {
        for (var i = 0; i < cells.length; i++) {
            row.append(i == 0 ? "" : "\t").append(cells[i]);
        }
        row.append('\n');
    }
}
