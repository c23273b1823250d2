package cn.lianxin.identity;

/** As it was typed. */
record GrantForm(String role, String unit, String from, String until) {}
