package cn.lianxin.platform.index;

/** What was found, and where in the order it stands. */
public record Hit(String kind, Place place) {

    public long id() {
        return place.id();
    }

    public Tier tier() {
        return place.tier();
    }
}
