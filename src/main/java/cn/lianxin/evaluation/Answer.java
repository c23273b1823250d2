package cn.lianxin.evaluation;

import java.util.List;

/**
 * What a classifier said of a row, and what people say.
 *
 * @param top its labels, likeliest first
 */
record Answer(String id, String label, List<String> top, double confidence) {

    boolean right() {
        return top.getFirst().equals(label);
    }
}
