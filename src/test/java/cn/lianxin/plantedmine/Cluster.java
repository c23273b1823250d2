package cn.lianxin.plantedmine;

import java.util.List;

/** The truth about one planted fault: which messages speak of it, in order of time. */
public record Cluster(String id, String fault, List<String> messageIds) {}
