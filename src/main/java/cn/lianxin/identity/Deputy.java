package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.time.LocalDate;

/** Somebody who acts with a person's roles while that person is away, first and last day included. */
record Deputy(
        long id,
        PersonId person,
        String personName,
        PersonId deputy,
        String deputyName,
        LocalDate from,
        LocalDate until,
        String reason) {}
