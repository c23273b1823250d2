package cn.lianxin.knowledge;

/** By which rule the office takes it down; whoever raised the concern needs none. */
enum TakenBy {
    IDENTIFIES,
    MISTAKEN
}
