package cn.lianxin.platform.identifying;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Accounts of messengers, mailboxes, number plates, and the numbers that a mine gives to its people. */
final class Accounts {

    private static final String IS = "(?:是|为|叫|填的?|就是|写的?|[:： ,，]){0,4}";

    private static final Pattern MAIL = Pattern.compile(
            "[a-z0-9][\\w.+-]*\\s?(?:@|\\(at\\)|\\[at\\]|艾特|圈a|#at#|#| at )\\s?[a-z0-9-]+\\s?(?:\\.|点|dot)\\s?[a-z]{2,}(?:\\.[a-z]{2,})*");

    private static final Pattern OF_OFFICE = Pattern.compile(
            "(?:举报|监督|投稿|公开|信访|投诉|办公|公司|公众|矿|部|科|室|工会|纪委|服务|官方|供应商|厂家|意见)(?:的)?(?:电子)?(?:邮箱|信箱|邮件|邮件地址|号)[^a-z0-9]{0,6}$");

    private static final Pattern QQ =
            Pattern.compile("(?:qq|扣扣|企鹅)(?!群)(?:号|账号)?(?:码)?" + IS + "(?<it>[1-9]\\d{4,11})(?!\\d)");

    private static final Pattern MESSENGER = Pattern.compile(
            "(?:微信|威信|薇信|微 信|v信|weixin|wechat|(?<![a-z])(?:wx|vx)|抖音|快手|支付宝|钉钉|微博|小红书)(?!群|公众|小程序)(?:号|id|账号|账户|名)?(?:码)?"
                    + IS + "(?<it>(?=[a-z0-9_.-]*[a-z])[a-z][a-z0-9_.-]{4,24})(?![a-z0-9_])");

    private static final Pattern BEHIND_IT = Pattern.compile(
            "(?<![a-z0-9_.-])(?<it>(?=[a-z_-]*[\\d_])[a-z][a-z0-9_-]{4,19})(?:这个|是我的?|就是我?的?|,|，)?(?:微信|vx|抖音|快手|qq)(?!群)");

    private static final String MESSENGERS =
            "(?:微信|威信|薇信|微 ?信|v ?信|weixin|wechat|(?<![a-z])(?:wx|vx|v|q)(?![a-z])|qq|扣扣|企鹅|抖音|快手|视频号|支付宝|钉钉|微博|小红书|b站|陌陌|贴吧|头条|西瓜|飞书|绿泡泡|百家号|知乎|加微|微号|球球|抠抠|扣号|q号|火山|全民k歌|闲鱼|淘宝|旺旺|飞信|推特|telegram|企业微信|邮箱|信箱|mail)";
    /** An account of letters or digits, not far behind the name of what it is with. */
    private static final Pattern NEAR_MESSENGER = Pattern.compile(
            MESSENGERS
                    + "(?!群|公众|小程序|打卡|公示|通知)(?:[^a-z0-9,，。;；!！?？]{0,10}[,，:：]?[^a-z0-9,，。;；]{0,4})(?<it>(?=[a-z0-9_.-]*[a-z])[a-z0-9][a-z0-9_.-]{4,24}|[1-9]\\d{4,11})(?![a-z0-9@元个人次条])");

    private static final Pattern OWN_NAME = Pattern.compile(
            "(?:微信|抖音|快手|视频号|微博|贴吧|小红书|b站)(?:号|名|昵称|网名|账号|id)?(?:名?叫|昵称是?|网名是?|id是?)[“\"「『:： ]{0,2}(?<it>[一-鿿a-z0-9_]{3,10}?)(?=[”\"」』,，。;；]|$|的)");

    private static final Pattern CALLED =
            Pattern.compile("(?:微信|抖音|快手)(?:昵称|名|名字|网名)" + IS + "[“\"「『](?<it>[^”\"」』]{2,12})[”\"」』]");

    /** Nobody writes so but of an account. */
    private static final Pattern JOINED =
            Pattern.compile("(?<![a-z0-9_.@-])(?<it>[a-z]{2,}_[a-z0-9_]{2,20})(?![a-z0-9_])");

    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final Pattern PLATE = Pattern.compile(
            "[" + PROVINCES
                    + "][ ]?[a-z][ .·•-]{0,2}(?=(?:[ ]?[a-z]){0,3}[ ]?\\d[ ]?[a-z]?[ ]?\\d)(?:(?:[ ]?[a-z0-9]){5,6}|(?:[ ]?[a-z0-9]){4}[ ]?[挂学警港澳领使])(?![a-z0-9])");
    private static final Pattern BARE_PLATE = Pattern.compile("(?:车牌号?|牌照|牌号)(?:号|照)?(?:码)?" + IS + "(?:尾号|后几位|最后)?"
            + IS + "(?<it>(?=[a-z0-9·.-]*\\d)[a-z]?[·. -]?[a-z0-9]{4,6})(?![a-z0-9])");

    private static final Pattern GIVEN = Pattern.compile(
            "(?:工号|员工号|员工编号|员工代码|职工号|职工编号|职工代码|人员编号|人员编码|定位卡号?|识别卡号?|标识卡号?|人员卡号?|考勤号|考勤卡号?|考勤编号|打卡号|灯号|灯牌号?|矿灯号|灯架号?|矿灯编号|胸牌号?|工牌号?|工作证号?|安全帽编?号|自救器编?号|下井卡号|入井卡号|饭卡号?|一卡通号?|工资号|工资编号|社保号|社保卡号|医保卡?号|公积金账?号|资格证号|操作证号|上岗证号?|特种作业证号?|证书编号|党员编号|档案号|更衣柜号?|衣柜号?|柜号|个人编号|查询码|诉求编号|诉求号)(?:码)?(?:也|还|都)?"
                    + IS + "(?:尾号|后[四三六4几]位)?" + IS
                    + "(?<it>[a-z]{0,4}[ -]?\\d(?:[ -]?\\d){2,11}|[a-z0-9]{2,4}(?:-[a-z0-9]{2,5}){1,3})(?![0-9a-z])");

    /** Whatever looks like a number beside a word for one. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?:工号|员工号|员工编号|职工号|职工编号|人员编码|人员编号|人员卡|定位卡|识别卡|标识卡|考勤号|考勤卡|灯号|灯牌|灯卡|胸牌|工牌|工作证|入井卡|下井卡|个人编号|我的编号|员工代码|人卡|工卡|职工卡)[^\\d,，。;；元吨米]{0,10}(?<it>[a-z]{0,4}[ -]?\\d(?:[ -]?\\d){2,8})(?![\\d元吨米年月%])");

    private static final Pattern OWN =
            Pattern.compile("(?:我(?:的)?(?:号|编号|编码)|(?<![行资折])卡号|矿灯|编号|编码|员工|刷卡)(?:码)?(?:也|还|都)?" + IS
                    + "(?<it>(?:[a-z]{1,3}-?)?0\\d{3,7}|[a-z]{1,3}\\d{4,7})(?![\\d.元吨米-])|编号(?:是|为)?(?:\\d{4,7})的(?:人|工人|职工|员工|那个)|卡号"
                    + IS + "\\d{4,6}(?!\\d)|我是0\\d{4,6}(?!\\d)");
    private static final Pattern AFTER_IT = Pattern.compile(
            "(?<![\\d.-])(?<it>[a-z]{0,3}-?\\d{4,8})(?:[)）]|这个|是我的?|是他的?|的)?(?:工号|职工号|员工号|卡号|识别卡|定位卡|灯牌|灯号|编号的(?:职工|员工|工人|人))");
    private static final Pattern OF_THING =
            Pattern.compile("(?:设备|支架|合同|产品|物资|物料|文件|出厂|资产|电机|开关|阀门|巷道|钻孔|机器|批次|单子|订单|项目|图纸)[^\\d]{0,4}$");
    private static final Pattern MORE_OF_IT = Pattern.compile("工号|员工号|职工编号|员工编号|识别卡|定位卡|人员编码|灯牌");
    private static final Pattern WORKER = Pattern.compile("(?:职工|员工|工人)[ :：]?(?<it>[a-z]{0,2}\\d{4,8})(?![\\d元名人个])");
    private static final Pattern ANY_NUMBER = Pattern.compile(
            "(?<![\\d.a-z-])(?<it>(?:[a-z]{1,3}-?)?0\\d{3,7}|[a-z]{1,3}\\d{4,7}|\\d{5,7}|\\d{2}-\\d{4})(?![\\d.元吨米年月-])");

    private static final Pattern NUMBERED = Pattern.compile("(?<![\\d-])(?<it>\\d{4,8})号(?:员工|职工|工人|矿工|人员)");

    private static final Pattern CASE = Pattern.compile("(?<![\\d-])20\\d{2}-\\d{4}-\\d{4}(?![\\d-])");

    private Accounts() {}

    static List<Piece> in(Form folded) {
        return Stream.of(folded, folded.inDigits()).flatMap(Accounts::found).toList();
    }

    private static Stream<Piece> found(Form form) {
        return Stream.of(
                        form.find(Kind.ACCOUNT, MAIL).filter(one -> !ofOffice(form, one)),
                        form.find(Kind.ACCOUNT, QQ),
                        form.find(Kind.ACCOUNT, MESSENGER),
                        form.find(Kind.ACCOUNT, BEHIND_IT),
                        form.find(Kind.ACCOUNT, CALLED),
                        form.find(Kind.ACCOUNT, JOINED),
                        form.find(Kind.PLATE, PLATE),
                        form.find(Kind.PLATE, BARE_PLATE),
                        form.find(Kind.NUMBER, GIVEN),
                        form.find(Kind.NUMBER, NUMBERED),
                        form.find(Kind.NUMBER, BESIDE),
                        form.find(Kind.NUMBER, OWN)
                                .filter(one -> !OF_THING.matcher(form.beforeOriginal(one.from(), 10))
                                        .find()),
                        form.find(Kind.NUMBER, AFTER_IT),
                        form.find(Kind.NUMBER, WORKER),
                        MORE_OF_IT.matcher(form.text).find()
                                ? form.find(Kind.NUMBER, ANY_NUMBER)
                                : Stream.<Piece>empty(),
                        form.find(Kind.ACCOUNT, NEAR_MESSENGER),
                        form.find(Kind.ACCOUNT, OWN_NAME),
                        form.find(Kind.NUMBER, CASE))
                .flatMap(one -> one);
    }

    private static boolean ofOffice(Form form, Piece piece) {
        return OF_OFFICE.matcher(form.beforeOriginal(piece.from(), 16)).find();
    }
}
