package cn.lianxin.organization;

/** A post as it is called: its title, and the name of its unit. */
public record PostName(String title, String unit) {

    /** Of somebody who has none. */
    static final PostName NONE = new PostName("", "");
}
