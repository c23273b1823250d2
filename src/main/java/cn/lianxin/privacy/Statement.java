package cn.lianxin.privacy;

import java.time.LocalDate;
import java.util.Map;

/**
 * What is kept of people and why, as everybody reads it before his first page.
 *
 * @param texts by language, {@code zh} and {@code en}
 */
record Statement(int version, LocalDate since, String digest, Map<String, StatementText> texts) {
    Statement {
        texts = Map.copyOf(texts);
    }

    StatementText text(boolean chinese) {
        var text = texts.get(chinese ? "zh" : "en");
        if (text == null) {
            throw new IllegalStateException("statement " + version + " lacks a language");
        }
        return text;
    }
}
