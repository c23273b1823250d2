package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;

/**
 * That the name behind a concern in confidence lies in the vault now, as of an installation that is older than the vault; in
 * the transaction that moves it, for whoever holds the id in rows of his own.
 */
public record ReporterMoved(long concern, PersonId person, long alias) {}
