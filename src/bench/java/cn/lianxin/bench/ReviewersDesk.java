package cn.lianxin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.Collectors;

/** What lies before one reviewer: articles that wait for him, half of them passed by him before, and one with two long texts. */
final class ReviewersDesk {

    static final String WHO = "B1";

    private static final long FIRST = 4_000_000_000L;
    private static final long LONG = FIRST - 1;
    private static final int PARAGRAPHS = 50;
    private static final int EACH = 400;

    private ReviewersDesk() {}

    /** The desk officer of the bench is the first to read from now on. */
    static void load(Connection connection, Cast cast, int waiting) throws SQLException {
        var author = cast.workers().getFirst().value();
        var reviewer = cast.desk().value();
        var unit = cast.districts().getFirst().value();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into identity.role_grant (person, role, unit, from_date)
                    values (%d, 'EDITOR', %d, current_date - 9)""".formatted(reviewer, cast.mine().value()));
            // What guards each single step would be asked of each.
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into newsroom.revision (id, article, place, round, title, byline, unit_name, text, source, lead,
                        digest, written_by, written_at) overriding system value
                    select %1$d + i, %1$d + i, 1, 1, '第' || i || '篇', '测', '测速矿', repeat('字', 900), '', '字',
                        repeat('0', 64), %2$d, now() from generate_series(1, %3$d) i""".formatted(FIRST, author, 2 * waiting));
            statement.execute("""
                    insert into newsroom.article (id, channel, kind, author, unit, working, standing, revision, submitted_at,
                        slug, next_place) overriding system value
                    select %1$d + i, 'headline', 'TEXT', %2$d, %4$d, 'IN_REVIEW', 'UNPUBLISHED', %1$d + i,
                        now() - make_interval(mins => i), '', 1 + i %% 2 from generate_series(1, %3$d) i""".formatted(FIRST, author, 2 * waiting, unit));
            statement.execute("""
                    insert into newsroom.pass (revision, place, person, name, digest, errors, at)
                    select %1$d + i, 1, %2$d, '测', repeat('0', 64), 0, now() from generate_series(1, %3$d) i where i %% 2 = 1""".formatted(FIRST, reviewer, 2 * waiting));
            texts(connection, author);
            statement.execute("""
                    insert into newsroom.article (id, channel, kind, author, unit, working, standing, revision, submitted_at,
                        slug, next_place) overriding system value
                    values (%1$d, 'headline', 'TEXT', %2$d, %3$d, 'IN_REVIEW', 'UNPUBLISHED', %4$d, now(), '', 1)""".formatted(LONG, author, unit, LONG));
            statement.execute("set session_replication_role = origin");
            statement.execute("analyze newsroom.article");
            statement.execute("analyze newsroom.revision");
            statement.execute("analyze newsroom.pass");
        }
    }

    /** Every fiftieth character is another one, and a paragraph in five was written anew. */
    private static void texts(Connection connection, long author) throws SQLException {
        var chance = new Random(5);
        var old = new StringBuilder();
        var young = new StringBuilder();
        for (var paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            var words = words(chance, EACH);
            old.append(words).append('\n');
            young.append(paragraph % 5 == 0 ? words(chance, EACH) : changed(words, chance))
                    .append('\n');
        }
        try (var insert = connection.prepareStatement("""
                insert into newsroom.revision (id, article, place, round, title, byline, unit_name, text, source, lead, digest,
                    written_by, written_at) overriding system value
                values (?, ?, ?, 1, '长文', '测', '测速矿', ?, '', '字', repeat('0', 64), ?, now())""")) {
            for (var place = 1; place <= 2; place++) {
                insert.setLong(1, LONG - 2 + place);
                insert.setLong(2, LONG);
                insert.setInt(3, place);
                insert.setString(4, (place == 1 ? old : young).toString().strip());
                insert.setLong(5, author);
                insert.executeUpdate();
            }
        }
    }

    private static String words(Random chance, int length) {
        return chance.ints(length, 0x4E00, 0x5300).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String changed(String words, Random chance) {
        return words.chars()
                .map(one -> chance.nextInt(50) == 0 ? 0x4E00 + chance.nextInt(1_000) : one)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    static String comparison() {
        return "/newsroom/articles/" + LONG + "/revisions/2?with=1";
    }
}
