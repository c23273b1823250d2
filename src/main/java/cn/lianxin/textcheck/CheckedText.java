package cn.lianxin.textcheck;

import java.time.LocalDate;
import java.util.Map;

/**
 * A text that is looked at.
 *
 * @param article the number under which what somebody confirmed is kept
 * @param revision the number of exactly this text
 * @param day on which it was written, by which days without a year are understood
 * @param parts each with its name, in the order of reading
 */
public record CheckedText(long article, long revision, LocalDate day, Map<String, String> parts) {}
