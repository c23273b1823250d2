package cn.lianxin.search;

import cn.lianxin.concern.SoughtConcern;
import cn.lianxin.platform.index.IndexedText;

/** A concern as the index holds it. */
final class ConcernTexts {

    static final String KIND = "concern";

    private ConcernTexts() {}

    /** Without a word where nothing is left of it but its course and the rules that answers rest on. */
    static IndexedText of(SoughtConcern concern) {
        var text = String.join("\n", concern.words(), concern.place(), concern.answers());
        var isErased = (concern.title() + concern.words() + concern.place()).isBlank();
        return new IndexedText(
                KIND,
                concern.id(),
                concern.title(),
                isErased ? "" : text + "\n" + concern.number(),
                concern.keys(),
                concern.facts(),
                concern.filedAt());
    }
}
