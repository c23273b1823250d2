package cn.lianxin.foresight;

/**
 * One line that another room tells on the board, in the words of the reader, and only what he may know.
 *
 * @param about of whom or of what it is
 * @param what was found
 * @param counted of how many, and whatever else bears it
 * @param address of its rows
 */
public record Finding(String about, String what, String counted, String address) {}
