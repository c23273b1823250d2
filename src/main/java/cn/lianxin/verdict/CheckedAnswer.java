package cn.lianxin.verdict;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;

/**
 * An answer that may be drawn for a spot check, whatever its worker thinks of it.
 *
 * @param unit that answered
 * @param callable its worker spoke under his name and can be called without giving him away
 */
public record CheckedAnswer(JudgedAnswer answer, String number, UnitId unit, boolean callable, Instant answeredAt) {}
