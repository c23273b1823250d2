package cn.lianxin.plantedmine;

import java.time.Instant;
import java.util.List;

/** That several messages have one cause: which ones, and the words that bind them. */
public record Alarm(String id, Instant raisedAt, List<String> evidenceIds, List<String> words) {}
