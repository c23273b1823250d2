package cn.lianxin.platform.web;

import java.util.List;

/** What a room has to say on the console when the product has started: who may sign in and how. */
public interface StartPart {

    /** Lines in Chinese and English; empty where there is nothing to say. */
    List<String> lines();
}
