package cn.lianxin.topic;

import java.time.Instant;

/**
 * What somebody reported, as far as it tells what lies behind it.
 *
 * @param id its own, whatever it looks like
 * @param crew from which it comes; where nothing smaller is known, any unit
 * @param district above the crew, or empty
 * @param matter its code ({@code E4}), or empty where nobody sorted it yet
 */
public record Report(String id, String crew, String district, String matter, Instant at, String title, String detail) {}
