package cn.lianxin.platform.outbox;

import java.time.Duration;

/**
 * Parcels that go the same way.
 *
 * @param together whether all that is due for one recipient goes as one
 * @param repeatable whether the receiver drops what it has by its id, so that what may have arrived is sent again
 * @param patience how long it is tried
 * @param lanes how many are under way at once from one node
 */
public record Queue(String name, boolean together, boolean repeatable, Duration patience, int lanes) {}
