package cn.lianxin.factor;

/**
 * Whether what stands here is invented, so that nobody can come to harm and whoever looks at it needs no more than a
 * password. Whoever made it up answers; where nobody does, everything is real.
 */
public interface InventedEnterprise {

    boolean stands();
}
