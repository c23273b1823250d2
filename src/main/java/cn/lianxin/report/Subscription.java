package cn.lianxin.report;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;

/**
 * That somebody wants the reports of a unit by mail.
 *
 * @param since reports that were due before then are not sent
 */
public record Subscription(PersonId person, UnitId unit, ReportKind kind, Instant since) {}
