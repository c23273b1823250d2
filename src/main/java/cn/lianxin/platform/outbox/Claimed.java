package cn.lianxin.platform.outbox;

import java.util.List;
import java.util.UUID;

/**
 * Parcels that one courier works at.
 *
 * @param claim nobody else has it: what another has taken over meanwhile is no longer this courier's
 * @param rows of the parcels that go as one
 */
record Claimed(UUID claim, List<UUID> rows, Parcel parcel) {}
