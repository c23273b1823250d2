package cn.lianxin.demo;

import java.time.Instant;

/**
 * One deed at its time.
 *
 * @param concern which of the concerns of the story, from 0
 */
record Scene(Instant at, int concern, Deed deed) {}
