package cn.lianxin.terminal;

import cn.lianxin.kernel.DomainEvent;
import java.util.List;

/**
 * Somebody has gone from a shared terminal, or has not touched it for a while.
 *
 * @param drafts tokens of what he began to write there and did not send
 */
public record TerminalLeft(List<String> drafts) implements DomainEvent {}
