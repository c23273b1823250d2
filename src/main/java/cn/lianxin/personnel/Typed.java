package cn.lianxin.personnel;

import java.util.Map;

/** What was typed into a form, so that a refused form comes back as it was sent. */
record Typed(String form, Map<String, String> values) {

    String at(String field) {
        return values.getOrDefault(field, "");
    }
}
