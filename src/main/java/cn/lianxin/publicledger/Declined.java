package cn.lianxin.publicledger;

/** Why somebody who decides lets it not be published. */
enum Declined {
    IDENTIFIES,
    /** It tells of somebody else who was not asked. */
    OTHERS,
    UNREADABLE
}
