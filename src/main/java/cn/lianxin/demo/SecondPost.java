package cn.lianxin.demo;

/** What somebody does besides his main post (兼任). */
record SecondPost(PersonPlan person, String unit, String title) {}
