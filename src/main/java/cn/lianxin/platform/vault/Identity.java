package cn.lianxin.platform.vault;

import cn.lianxin.kernel.PersonId;

/**
 * Who somebody is, as the vault keeps it.
 *
 * @param name as it was on that day
 * @param number by which the enterprise knows him
 * @param post in words: unit and title of that day
 */
public record Identity(PersonId person, String name, String number, String post) {}
