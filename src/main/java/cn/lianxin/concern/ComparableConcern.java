package cn.lianxin.concern;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.database.Written;
import java.util.List;
import java.util.Optional;

/**
 * A concern as it is compared with others.
 *
 * @param unit of whoever raised it
 * @param reporter by number, an alias below zero; empty for whoever left no name
 * @param decided there is an answer
 * @param open nobody has answered yet
 * @param fit somebody else may be told of it by what is like it
 * @param keys one of which everybody has who may see it, and some who may not
 */
public record ComparableConcern(
        long id,
        long writtenIn,
        String title,
        String words,
        String place,
        UnitId unit,
        String matter,
        Optional<Long> reporter,
        boolean decided,
        boolean open,
        boolean fit,
        List<String> keys)
        implements Written {}
