package cn.lianxin.platform.web;

/**
 * One entry of the head line.
 *
 * @param key of its word in {@code messages/}
 * @param address where it leads
 * @param order smaller comes first
 */
public record NavigationEntry(String key, String address, int order) {}
