package cn.lianxin.terminal;

import java.time.Instant;

/**
 * A shared screen as an administrator sees it.
 *
 * @param name where it stands, in the words of the place: 一号灯房
 */
record Terminal(long id, String name, String unitName, String setUpBy, Instant setUpAt) {}
