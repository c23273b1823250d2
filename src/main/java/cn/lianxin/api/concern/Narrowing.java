package cn.lianxin.api.concern;

import cn.lianxin.concern.ConcernFilter;
import cn.lianxin.concern.ConcernKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What narrows a list of work.
 *
 * @param raisedIn code of a unit, with all below it
 * @param answeredBy code of the unit that owns it or leads on it
 */
record Narrowing(
        Optional<String> after,
        Optional<ConcernKind> kind,
        Optional<String> matter,
        Optional<String> raisedIn,
        Optional<String> answeredBy,
        Optional<LocalDate> filedFrom,
        Optional<LocalDate> filedUntil,
        Optional<ConcernFilter.Due> due,
        Optional<Boolean> urgent,
        Optional<Boolean> confidential,
        Optional<Boolean> contractor) {}
