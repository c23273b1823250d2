package cn.lianxin.personnel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A ledger between its preview and its import.
 *
 * @param scope whose roster it is, for a roster
 * @param done what it did, once it was imported
 */
record StagedImport(
        UUID id,
        ImportSubject subject,
        Optional<RosterScope> scope,
        String fileName,
        List<String> header,
        Optional<Done> done) {

    /** How many rows became what. */
    record Done(int added, int changed, int unchanged) {}
}
