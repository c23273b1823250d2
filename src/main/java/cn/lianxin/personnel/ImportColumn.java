package cn.lianxin.personnel;

import java.util.List;
import java.util.Locale;

/** A column that an import understands, with the names offices give it. */
enum ImportColumn {
    UNIT_CODE("编码", "单位编码", "单位代码", "部门编码", "code", "unit code"),
    PARENT_CODE("上级编码", "上级单位编码", "上级单位", "上级", "parent", "parent code"),
    UNIT_KIND("类型", "单位类型", "类别", "kind", "type"),
    UNIT_NAME("名称", "单位名称", "单位全称", "全称", "name", "unit name"),
    SHORT_NAME("简称", "单位简称", "short name"),
    STAFF_NUMBER("工号", "职工编号", "员工编号", "人员编号", "职工号", "staff number", "employee number"),
    PERSON_NAME("姓名", "名字", "职工姓名", "name", "full name"),
    PERSON_UNIT("单位编码", "单位代码", "所在单位编码", "所属单位编码", "部门编码", "所在单位", "单位", "部门", "unit", "unit code"),
    TITLE("岗位", "岗位名称", "职务", "工种", "title", "post", "job title"),
    EMPLOYMENT("用工性质", "用工形式", "用工类型", "employment", "employment type"),
    PHONE("手机", "手机号", "手机号码", "电话", "联系电话", "phone", "mobile"),
    SEX("性别", "sex", "gender"),
    /** Not an age: that is another one every year, and the file does not say since when. */
    BIRTH_YEAR(
            "出生年份", "出生年", "出生年月", "出生日期", "出生年月日", "生日", "year of birth", "birth year", "date of birth", "birth date"),
    HIRED_ON("入职日期", "入职时间", "到矿日期", "hired on", "hire date", "entry date"),
    LEADS("负责人", "是否负责人", "负责人标记", "leads", "manager"),
    BESIDES("兼职", "兼任", "是否兼职", "besides", "second post"),
    SINCE("任职日期", "任职时间", "到岗日期", "入职日期", "入职时间", "到矿日期", "since", "hire date", "entry date");

    private final List<String> names;

    ImportColumn(String... names) {
        this.names = List.of(names);
    }

    boolean isCalled(String header) {
        return names.contains(plain(header));
    }

    /** The name of its field in forms and addresses. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name that a template file gives it. */
    String firstName() {
        return names.getFirst();
    }

    private static String plain(String header) {
        return header.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", " ")
                .replaceAll("[*＊：:]+$", "");
    }
}
