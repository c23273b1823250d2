package cn.lianxin.organization;

import java.util.Optional;

/** What of somebody is kept for one purpose only: to compare whether like is treated alike. Empty where the enterprise did not give it. */
public record PersonTraits(Optional<Sex> sex, Optional<Integer> birthYear) {

    public static final PersonTraits NONE = new PersonTraits(Optional.empty(), Optional.empty());

    /** What is said here, and else what was known before. */
    public PersonTraits or(PersonTraits before) {
        return new PersonTraits(sex.or(before::sex), birthYear.or(before::birthYear));
    }
}
