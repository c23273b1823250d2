package cn.lianxin.duty;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Headings under which nothing is ever published, whatever a list allows (个人信息保护法 §28). */
public final class NeverPublished {

    private static final List<String> PARTS = List.of(
            "身份证",
            "证件号",
            "证件号码",
            "护照",
            "银行卡",
            "卡号",
            "账号",
            "帐号",
            "账户",
            "帐户",
            "开户行",
            "存折",
            "手机",
            "电话",
            "联系方式",
            "微信",
            "邮箱",
            "住址",
            "地址",
            "家庭住",
            "宿舍号",
            "房号",
            "门牌",
            "病",
            "诊断",
            "伤情",
            "残疾",
            "体检",
            "健康",
            "血型",
            "怀孕",
            "孕",
            "出生",
            "生日",
            "民族",
            "宗教",
            "车牌",
            "指纹",
            "人脸",
            "idnumber",
            "idcard",
            "identity",
            "passport",
            "bank",
            "account",
            "card",
            "phone",
            "mobile",
            "mail",
            "address",
            "dormitory",
            "illness",
            "disease",
            "diagnosis",
            "health",
            "disab",
            "birth",
            "plate");

    private NeverPublished() {}

    public static boolean is(String heading) {
        var normal = normal(heading);
        return PARTS.stream().anyMatch(normal::contains);
    }

    /** As headings are compared: without spaces, width and case. */
    public static String normal(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}·._-]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
