package cn.lianxin.platform.web;

/**
 * One entry of the head line.
 *
 * @param key of its word in {@code messages/}
 * @param address where it leads
 * @param order smaller comes first; its {@link NavigationGroup} as well
 * @param badge a few characters that stand out beside the word, such as a number of unread messages; empty for none
 */
public record NavigationEntry(String key, String address, int order, String badge) {

    public NavigationEntry(String key, String address, int order) {
        this(key, address, order, "");
    }
}
