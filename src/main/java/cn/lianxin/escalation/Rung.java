package cn.lianxin.escalation;

import cn.lianxin.promise.Stage;
import java.time.Instant;

/**
 * A threshold of one clock, and when it is reached.
 *
 * @param began when the clock began to run
 * @param place from 1, the lowest: which unit up the line is told
 * @param threshold as people read it: the share of the time, and the steps beyond
 */
record Rung(Stage clock, Instant began, int place, String threshold, Instant at) {}
