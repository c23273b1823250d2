package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A room writes and reads its own schema; of others only the views that they publish. */
class SchemasTest {

    private static final Set<String> SCHEMAS = Set.of(
            "organization",
            "identity",
            "factor",
            "promise",
            "concern",
            "verdict",
            "ledger",
            "raising",
            "terminal",
            "personnel",
            "application",
            "attachment",
            "notification",
            "delivery",
            "outbox",
            "webhook",
            "officesystem",
            "imprint",
            "audit",
            "open311",
            "scim",
            "idempotency",
            "escalation",
            "dispatch",
            "spotcheck",
            "report",
            "safeguard",
            "silence",
            "foresight",
            "precedent",
            "knowledge",
            "publicledger",
            "daybook",
            "duty",
            "disclosure",
            "problem",
            "topic",
            "retention",
            "transparency",
            "privacy",
            "newsroom",
            "exemplar",
            "statute",
            "formerportal",
            "correspondent",
            "portal",
            "reprint",
            "textcheck",
            "demo");

    private static final Set<String> PUBLISHED = Set.of(
            "organization.unit_line",
            "organization.unit_card",
            "organization.person_card",
            "organization.person_post",
            "organization.person_days",
            "organization.person_history",
            "promise.shift_unit",
            "concern.raised_case",
            "concern.spoken_openly",
            "organization.person_trait",
            "identity.role_holder",
            "concern.tally",
            "concern.posted",
            "concern.counted_case",
            "concern.case_counted_at",
            "concern.case_seen_by",
            "concern.given_answer",
            "concern.split_part",
            "concern.raised_by",
            "concern.closed_file",
            "concern.taken_down_number",
            "concern.untold_case",
            "retention.held",
            "concern.ended_case",
            "concern.protected_case",
            "concern.sorted_case",
            "concern.granted_amount",
            "concern.answer_in_words",
            "concern.heard_case",
            "problem.laid_case",
            "concern.overturned_answer",
            "concern.publishable_case",
            "concern.recurrence",
            "concern.case_of_nobody",
            "verdict.released_answer",
            "newsroom.published",
            "newsroom.published_text",
            "newsroom.published_picture",
            "newsroom.published_reprint",
            "reprint.permitted",
            "newsroom.published_correction",
            "newsroom.gravestone",
            "newsroom.open_channel",
            "newsroom.contribution",
            "disclosure.notice_period",
            "disclosure.unnamed",
            "exemplar.public_decision",
            "statute.explained",
            // Until articles said it themselves.
            "formerportal.moved_in",
            "verdict.published_batch",
            "attachment.fingerprint");

    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update|references|on|table|copy)\\s+([a-z]+)\\.([a-z_]+)\\b");

    @Test
    void no_room_speaks_sql_in_the_schema_of_another() throws IOException {
        var trespasses = new ArrayList<String>();
        for (var file : below(Path.of("src/main/java/cn/lianxin"), ".java")) {
            trespasses.addAll(trespasses(roomOf(file), Files.readString(file), file.toString()));
        }
        for (var file : below(Path.of("src/main/resources/db/migration"), ".sql")) {
            var room = roomOf(file);
            trespasses.addAll(trespasses(room, Files.readString(file), file.toString()));
        }

        assertThat(trespasses).isEmpty();
    }

    @Test
    void the_check_would_notice_a_trespass() {
        assertThat(trespasses("concern", "select name from organization.person where id = 1", "X"))
                .hasSize(1);
        assertThat(trespasses("concern", "select name from organization.person_card", "X"))
                .isEmpty();
    }

    private static List<String> trespasses(String room, String text, String where) {
        var found = new ArrayList<String>();
        var match = TABLE.matcher(text);
        while (match.find()) {
            var schema = match.group(1).toLowerCase(java.util.Locale.ROOT);
            var name = schema + "." + match.group(2);
            if (SCHEMAS.contains(schema) && !schema.equals(room) && !PUBLISHED.contains(name)) {
                found.add(where + ": " + name);
            }
        }
        return found;
    }

    /** {@code platform/attachment/X.java} belongs to attachment, {@code concern/X.java} to concern. */
    private static String roomOf(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static List<Path> below(Path root, String ending) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
