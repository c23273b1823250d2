package cn.lianxin.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a pack of rules says from a day on, until a later version of it is in force.
 *
 * @param pack its name, by which its versions belong together
 */
record PackVersion(
        long id,
        String pack,
        String englishPack,
        LocalDate from,
        String importedBy,
        Instant importedAt,
        List<Rule> rules) {

    PackVersion {
        rules = List.copyOf(rules);
    }

    String pack(boolean chinese) {
        return chinese ? pack : englishPack;
    }
}
