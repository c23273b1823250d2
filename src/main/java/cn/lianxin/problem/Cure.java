package cn.lianxin.problem;

import java.time.LocalDate;

/** @param whom by whom it is done, in words */
public record Cure(String what, String whom, LocalDate by) {}
