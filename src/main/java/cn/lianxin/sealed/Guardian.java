package cn.lianxin.sealed;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;

/**
 * Who looks after a sender whom somebody gives trouble.
 *
 * @param dueAt until when he does something; then it goes to the next
 */
record Guardian(PersonId person, UnitId unit, Instant dueAt) {}
