package cn.lianxin.organization;

/** What a unit is. The kind decides nothing about rank: that is the tree's. */
public enum UnitKind {
    /** 集团, the root. */
    GROUP,
    /** 公司 below the group that holds mines or plants. */
    COMPANY,
    /** 矿, also a washing plant or a power station: a place that people say they work at. */
    MINE,
    /** 区队、车间. */
    DISTRICT,
    /** 班组. */
    CREW,
    /** 科室、部门 at any level. */
    DEPARTMENT,
    /** 外包单位, whose people work here for another employer. */
    CONTRACTOR
}
