package cn.lianxin.statute;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A clause that an article explains.
 *
 * @param newerFrom from when the newest version of the law is, where there is a newer one
 * @param unchecked whether nobody has looked since whether it still is right
 */
record Explained(
        long id,
        long article,
        String law,
        LocalDate fromDay,
        String clause,
        String text,
        Optional<LocalDate> newerFrom,
        boolean unchecked) {}
