package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code ./lianxin import FILE}: one ledger from the shell of the server, with its progress and a summary in words. */
@Component
class ShellImport {

    private static final Actor SHELL = new Actor.Clockwork("import");
    private static final int FAULTS_PRINTED = 20;

    private final StagingLedgers staging;
    private final ApplyingLedgers applying;
    private final ReadingLedgers reading;
    private final Directory directory;
    private final JdbcClient database;
    private final LedgerWords words;

    ShellImport(
            StagingLedgers staging,
            ApplyingLedgers applying,
            ReadingLedgers reading,
            Directory directory,
            JdbcClient database,
            LedgerWords words) {
        this.staging = staging;
        this.applying = applying;
        this.reading = reading;
        this.directory = directory;
        this.database = database;
        this.words = words;
    }

    /**
     * Imports the file, or as much of it as is not there yet.
     *
     * @param unitCode whose ledger it is; empty for the one unit above all others
     * @return 0 if every row is in, 1 if some were left out or none could be taken
     */
    int run(Path file, String unitCode, Locale language, PrintStream out) {
        try {
            if (!Files.isRegularFile(file)) {
                return stop(out, words.say("ledger.shell.no-file", language, file.toString()));
            }
            var unit = unitCode.isEmpty() ? theTop() : unitOf(unitCode);
            var id = staging.take(file, String.valueOf(file.getFileName()), unit, SHELL);
            var ledger = reading.get(id, SHELL);
            out.println(words.say(
                    "ledger.shell.read", language, ledger.fileName(), ledger.description(), ledger.rowCount()));
            staging.begin(id, SHELL);
            return apply(id, language, out);
        } catch (NoUnit noUnit) {
            return stop(out, words.say(noUnit.key, language, noUnit.code));
        } catch (Refusal.Violation violation) {
            var columnsUnknown = violation.code().equals("ledger-column-missing");
            return stop(
                    out, columnsUnknown ? words.say("ledger.shell.columns", language) : sentence(violation, language));
        } catch (Refusal.Conflict nobodyReceives) {
            return stop(out, words.say("refusal.ledger-no-desk", language));
        }
    }

    private int apply(UUID id, Locale language, PrintStream out) {
        while (applying.applyNext(id)) {
            var ledger = reading.get(id, SHELL);
            out.println(words.say("ledger.shell.progress", language, ledger.doneRows(), ledger.rowCount()));
        }
        var ledger = reading.get(id, SHELL);
        out.println(words.say("ledger.shell.done", language, ledger.filed(), ledger.known(), ledger.faulty()));
        var faults = reading.firstFaults(ledger);
        for (var fault : faults.subList(0, Math.min(FAULTS_PRINTED, faults.size()))) {
            var sentence = words.say(
                    "refusal." + fault.code(), language, fault.arguments().toArray());
            out.println(words.say("ledger.shell.fault", language, fault.number(), fault.heading(), sentence));
        }
        var more = reading.countFaults(ledger) - FAULTS_PRINTED;
        if (more > 0) {
            out.println(words.say("ledger.shell.more-faults", language, more));
        }
        return ledger.faulty() == 0 ? 0 : 1;
    }

    private static final class NoUnit extends RuntimeException {
        private final String key;
        private final String code;

        private NoUnit(String key, String code) {
            super(key);
            this.key = key;
            this.code = code;
        }
    }

    private UnitId unitOf(String code) {
        return directory
                .unitByCode(code)
                .filter(card -> directory.stands(card.id()))
                .orElseThrow(() -> new NoUnit("ledger.shell.no-unit", code))
                .id();
    }

    private UnitId theTop() {
        List<UnitId> tops = database.sql(
                        "select id from organization.unit_card where parent is null and valid_until is null limit 2")
                .query((row, _) -> new UnitId(row.getLong("id")))
                .list();
        if (tops.size() != 1) {
            throw new NoUnit("ledger.shell.which-unit", "");
        }
        return tops.getFirst();
    }

    private String sentence(Refusal refusal, Locale language) {
        return words.say(
                "refusal." + refusal.code(), language, refusal.arguments().toArray());
    }

    private static int stop(PrintStream out, String sentence) {
        out.println(sentence);
        return 1;
    }
}
