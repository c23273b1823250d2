package cn.lianxin.organization;

import java.time.LocalDate;

/** A person in the list of a unit, with his post there. */
public record MemberRow(
        String staffNumber, String name, String title, boolean leads, boolean main, LocalDate from, String cursor) {}
