package cn.lianxin.problem;

import java.util.Map;

/** What stands in the form that was refused; the other forms are as if nothing had been typed. */
record Typed(String form, Map<String, String> values) {

    Typed {
        values = Map.copyOf(values);
    }

    public boolean at(String name) {
        return form.equals(name);
    }

    public String in(String name, String field) {
        return at(name) ? values.getOrDefault(field, "") : "";
    }
}
