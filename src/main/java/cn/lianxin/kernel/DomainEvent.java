package cn.lianxin.kernel;

/** A fact in the past tense: ids and values, never domain objects. Published inside the transaction that made it true. */
public interface DomainEvent {}
