package cn.lianxin.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of what was found in the paper.
 *
 * @param making the index is made for the first time, and there is nothing to find in yet
 * @param next the place after which the next page begins
 */
record FoundArticles(boolean making, List<ArticleLine> lines, Optional<String> next) {

    static final FoundArticles NOTHING = new FoundArticles(false, List.of(), Optional.empty());
}
