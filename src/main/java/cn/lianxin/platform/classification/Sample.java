package cn.lianxin.platform.classification;

/**
 * A text that somebody has sorted.
 *
 * @param title may be empty; then the beginning of the text stands for it
 */
public record Sample(String label, String title, String text) {}
