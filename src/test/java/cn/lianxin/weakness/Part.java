package cn.lianxin.weakness;

/**
 * A library as it is used here.
 *
 * @param ecosystem where it comes from, as advisories spell it: {@code Maven} or {@code npm}
 */
record Part(String ecosystem, String name, String version) {

    /** What advisories know it by, whatever its version. */
    String library() {
        return ecosystem + " " + name;
    }

    @Override
    public String toString() {
        return library() + " " + version;
    }
}
