package cn.lianxin.concern;

import cn.lianxin.platform.database.Written;
import java.time.Instant;
import java.util.List;

/**
 * A concern as it is found by its words: what everybody reads who may see it.
 *
 * @param writtenIn the transaction in which it was written last
 * @param answers all that were given, one after the other
 * @param keys one of which everybody has who may see it, and some who may not
 * @param facts by which it is narrowed: {@code matter:E4}, {@code unit:7}, {@code over:true}
 */
public record SoughtConcern(
        long id,
        String number,
        long writtenIn,
        String title,
        String words,
        String place,
        String answers,
        List<String> keys,
        List<String> facts,
        Instant filedAt)
        implements Written {}
