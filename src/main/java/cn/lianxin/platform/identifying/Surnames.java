package cn.lianxin.platform.identifying;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What Chinese names begin with, and which short names are words as well. */
public final class Surnames {

    /** Those that stand before a title: 王队长. */
    static final String COMMON =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
                    + "尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景"
                    + "薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来肖闫苟褚廉娄奚穆邸冀郜晏栾郁窦敖鄢卓蔺虞卞冼佟栗匡鞠荆谌胥阚骆缪裘荀芮嵇邴隗郗仝逄訾逯缑訚濮扈郏庾晁蒯厍昝燕"
                    + "姬喻蒲茹鄂莘璩";

    /** 原队长, 代主任 and 区队长 say nothing of who it is: these count in whole names alone. */
    private static final String RARE =
            "付代全简盖符木党郎谈屠连商蒙计迟宇糜冷花仇艾蓝都巩井练仲乐竺封原官衣楚宗应台巫桑银扬明沙伏岑保和朴区妥尉员撖水云昌凤皮元平湛禹狄贝茅麻危支经干宣贲杭诸钮滑荣羊於惠家羿储汲松富乌巴弓"
                    + "牧山宓蓬班仰秋伊暴钭厉戎祖束幸韶蓟印宿怀邰从索咸籍阴能苍双闻贡劳扶堵宰郦雍郤寿通浦尚农别充慕习宦鱼容慎戈终暨居衡步满弘国寇广禄阙东殳沃利蔚越夔隆师勾融那空毋乜养须丰巢相后红权益桓公"
                    + "光才展门线信普青海达勇战军建";

    static final List<String> COMPOUND = List.of(
            "欧阳", "尉迟", "上官", "司马", "司徒", "司空", "诸葛", "东方", "东郭", "皇甫", "令狐", "夏侯", "慕容", "呼延", "宇文", "长孙", "闻人", "公孙",
            "公羊", "鲜于", "单于", "澹台", "赫连", "轩辕", "端木", "百里", "南宫", "西门", "独孤", "拓跋", "完颜", "纳兰", "申屠", "濮阳", "淳于", "太史",
            "钟离", "万俟", "闾丘", "亓官", "左丘", "谷梁", "宗政", "段干");

    /** As one choice of a pattern. */
    public static final String BEFORE_A_TITLE = "(?:" + String.join("|", COMPOUND) + "|[" + COMMON + "])";

    /** Words of every day and of the mine that begin like a name. */
    private static final Set<String> WORDS = Set.of(
            ("高压 高温 高度 高级 高空 高兴 高考 高峰 高低 高速 安全 安排 安装 安静 安心 平安 平时 平均 平台 平巷 平地 马上 马路 马达 方法 方便 方面 方案 方向 方式 水平 水泵 水仓 水位 水管 水压 水电 水费"
                            + " 水害 水沟 石油 石头 石门 管理 管道 管路 管子 常规 常年 常见 常用 常常 温度 温暖 温馨 单位 单独 单体 单价 单子 单身 项目 金属 金额 白班 白天 白色 白白 时间 时候 时刻 时段 时常 成绩 成本 成立"
                            + " 成功 成员 文明 文件 文化 文字 文凭 文艺 明天 明显 明年 明确 明白 明火 和平 和谐 全部 全矿 全年 全面 全体 全队 全家 全程 连续 连接 连队 连班 连带 都是 都会 都要 原因 原来 原煤 原先 官方 花园"
                            + " 花费 商店 商量 商品 计划 计算 计件 计时 计分 应急 应该 应当 应付 双休 双层 双班 双方 双倍 农村 农民 农忙 国家 国庆 广场 广播 广泛 东区 东翼 东西 东面 通风 通勤 通道 通知 通报 通过 通常 充电"
                            + " 充足 充分 支架 支护 支付 支持 支柱 支部 经理 经常 经济 经过 经费 干部 干活 干净 干燥 干扰 解决 解释 解除 解答 解读 班长 班次 班车 班组 班中 班前 班后 班里 山体 山上 谷底 车间 车辆 车队 车位"
                            + " 车票 车床 车上 党员 党委 党组 党建 冷水 冷却 冷藏 冷气 井下 井口 井底 井筒 井架 井巷 空气 空调 空间 空帮 空顶 利润 利用 利息 利益 居民 居住 步行 步骤 满意 满勤 满员 公开 公平 公寓 公司 公告"
                            + " 公示 公里 公积 公章 师傅 师父 别人 别的 能力 能源 能否 能够 习惯 红利 红线 关于 关系 关门 关键 关心 关注 关闭 游泳 游戏 权利 权力 权益 益处 相关 相同 相互 相信 养老 养殖 后勤 后来 后面 后果"
                            + " 须知 丰富 荣誉 富裕 松动 松绑 家属 家里 家庭 家人 家长 乌黑 巴士 秋天 秋季 厉害 祖国 武装 符合 索赔 索道 印章 宿舍 怀孕 怀疑 从来 从事 咸菜 籍贯 劳动 劳务 劳保 劳资 扶贫 扶手 堵塞 堵车 桑拿"
                            + " 寿命 边坡 边上 边界 尚未 古老 易燃 易爆 向上 向下 衡量 隆重 那边 那个 那里 那么 那天 简单 简历 简易 沙石 沙发 查询 查看 查清 查处 包括 包装 包含 包裹 左右 吉利 程序 程度 宣传 宣布 储存 储备"
                            + " 曲线 封闭 封口 封条 云南 章程 钟头 钟点 任务 任何 任职 任意 毛巾 毛病 毛毯 江边 万一 万元 万分 段长 段落 雷管 雷电 钱包 施工 施救 洪水 颜色 严重 严格 严禁 牛奶 牛肉 季度 季节 申请 申报 申诉"
                            + " 毕业 毕竟 焦炭 焦点 路面 路灯 路线 路口 路上 齐全 齐心 梅雨 莫名 庄稼 辛苦 祝贺 祝愿 涂料 舒服 舒适 苗木 凌晨 费用 费劲 纪律 纪委 纪念 童年 甄别 席位 卫生 位置 位于 司机 司炉 宁可 强度 强制"
                            + " 强行 柴油 车号 房间 房屋 房子 房租 米饭 池子 晋升 畅通 来源 来信 来回 黄色 黄金 胡乱 何时 何况 何必 罗列 谢谢 于是 程控 许多 许可 叶片 余额 余款 杜绝 戴好 夏天 夏季 田地 范围 陆续 孔洞 孔径"
                            + " 康复 毛坯 顾虑 顾客 龙头 保护 保险 保证 保安 保养 保修 保障 保温 保密 付款 付费 付出 代班 代替 代表 代码 代办 台阶 台账 台式 银行 员工 区队 区长 区域 区别 光线 光荣 光缆 才能 展示 展板 门口"
                            + " 门卫 门诊 线路 线缆 信息 信号 信访 信用 信任 普通 普遍 青年 青工 海报 达标 达到 勇敢 战友 军人 建议 建设 建立 建筑 元旦 皮带 皮肤 木头 木料 木板 符号 谈话 谈判 迟到 迟发 艾滋 练习 应答 楚楚"
                            + " 宗教 巫婆 和气 和解 朴素 妥善 妥当 云端 昌盛 平面 平衡 麻烦 麻木 危险 危害 惠民 滑倒 滑坡 暴雨 暴力 束缚 幸福 幸亏 阴暗 阴雨 闻到 贡献 容易 容量 终于 终身 越来 越级 融资 空闲 巢穴 官僚 封顶"
                            + " 原则 原始 扬尘 伏案 仲裁 蓝色 冷冻 花钱 仇恨 计量 蒙混 商议 屠宰 盖章 盖板 盖子 简直 全勤 全额 付清 代扣")
                    .split(" "));

    private Surnames() {}

    /** How many characters of a surname stand here, common or rare; none where it is no surname. */
    static int lengthAt(String text, int at) {
        if (at + 2 <= text.length() && COMPOUND.contains(text.substring(at, at + 2))) {
            return 2;
        }
        return at < text.length() && (COMMON + RARE).indexOf(text.charAt(at)) >= 0 ? 1 : 0;
    }

    static boolean isCommon(char surname) {
        return COMMON.indexOf(surname) >= 0;
    }

    static boolean isWord(String name) {
        return WORDS.contains(name);
    }

    /**
     * Whether this name of the roster, which stands in the text, is meant as one. Of two characters it must begin with a surname, and
     * where it is a word as well somebody must be spoken of.
     */
    public static boolean isMeant(String name, String text, String titles) {
        if (name.length() > 2) {
            return true;
        }
        if ((COMMON + RARE).indexOf(name.charAt(0)) < 0) {
            return false;
        }
        return !WORDS.contains(name)
                || Pattern.compile(
                                "(?:叫|叫做|名叫|姓名[是:： ]?|名字[是:： ]?)" + name + "|" + name + "(?:" + titles + "|本人|这个人|这人)")
                        .matcher(text)
                        .find();
    }
}
