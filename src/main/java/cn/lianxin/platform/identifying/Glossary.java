package cn.lianxin.platform.identifying;

import java.util.Arrays;
import java.util.Set;

/** Words of the mine that look like somebody: places, makers, materials, offices. */
final class Glossary {

    private static final Set<String> WORDS = Set.copyOf(Arrays.asList(("高处 远处 农信社 全体 全部 全矿 鲁班锁 周转房 谢谢 边放边 张凳子 戴口罩 后勤 "
                    + "车队长 高峰期 汤水 山路 "
                    + "连心 安卓 勾选 涂亮 许用 孔深 孔径 孔距 瓦司 高边坡 梁柱 安全 万一 车司机 车工 管工 路队长 单班长 石工 马丽散 罗克休 康明斯 西门子 艾默生 贝克 艾柯夫 久益 华宁 华为 张庄 王庄 李村 常村 高河 漳村 余吾 石圪节 高温 高压 高低压 高开 高爆 方案 方木 石门 石灰 白灰 水泥 金属网 管棚 常开 常闭 单体柱 单体 万向节"
                    + " 安标 安监 安检 安全帽 安全阀 安全绳 安全带 安全网 安培 平煤 平板车 平巷 平硐 毛石 毛煤 白班 明火 明排 明渠 明电 明线 时长 时效 宁夏 山西 金牌 钟楼 汤池 姜汤 米线 米汤 牛肉 牛腩 鱼汤 和田 江苏 湖北 康复 康乐 唐山"
                    + " 祁东 祁南 祁连 霍州 霍尔辛赫 潞安 梁宝寺 柳林 阳泉 阳煤 晋城 晋煤 古交 古书院 成庄 成本 成品 成型 寺河 赵庄 郭庄 段王 段家河 屯留 屯兰 孔庄 孟津 孟巴 陈家沟 任楼 任家庄 许疃 许厂 许继 童亭 袁一 袁二 袁店 朱仙庄 朱集 朱庄 顾桥 顾北 张集 谢桥"
                    + " 潘一 潘二 潘三 丁集 刘店 刘庄 徐庄 姚桥 龙东 龙固 新庄 郭屯 彭庄 唐口 许村 曹家滩 柠条塔 张家峁 红柳林 葛泉 邢台 邢东 范各庄 钱家营 林西 吕家坨 宋庄 于洪 高庄 高平 高速 高位 高抽巷 高负荷 高差 高程 高杆 高空 高锰钢 马蹄形 马蹄 马镫 马达 马力 车皮 车场 车窑"
                    + " 温控 温差 游标 焦渣 焦油 柴油 柳芽 苗头 牛鼻子 牛角 龙门架 龙门吊 章子 应知应会 单轨吊 单轨 单耗 单产 单进 单班 单头 都没 都不 石子 石渣 石膏 方钢 方管 方量 管片 管钳 管缝 管箍 毛刺 花架 强排 强抽 强夯 解放 解冻 解锁 路由 祝愿 鲁班奖 江铃 江淮 陕汽 重汽"
                    + " 单向阀 单向 安装 安设 向背 管委 保卫 企管 经管 主管 分管 监管 高管 物管 交管 城管 基石 支柱 全员 全班 项目 计件 万能表 万用表 任职 干部 钢管 风管 水管 油管 胶管 软管 排管 冷水 温水 柏油 花管 古塘 金刚石 金相 史无前例 史上 雷达 雷区 雷雨 汪洋 江水 连采 连掘 左右 符合 顾客 时段 时差 时序 常温 常压 常驻 常白班 常夜班"
                    + " 白天 白面 白菜 白糖 白酒 白色 牛栏 米饭 米面 乐观 高兴 高升 强化 强制 景观 景区 柴米 华北 华东 华中 明显 明细 明码 平方 平米 方才 余热 余震 余量 余煤 万吨 万元 何种 何处 何人 罗盘 石块 江南 江北 向南 向北 向东 向西 白云 时常 严禁 阳光 金秋 金融 金币 金杯 单排 单双 单号 单元 单身 单人 温度计 温州 温泉 汤面 盛饭 盛菜")
            .split(" ")));

    private static final int LONGEST =
            WORDS.stream().mapToInt(String::length).max().orElse(0);

    private Glossary() {}

    static boolean holds(String word) {
        return WORDS.contains(word);
    }

    /** Whether one of them ends here, begun before the last character. */
    static boolean endsBefore(String text, int at) {
        for (var length = 2; length <= LONGEST && length <= at; length++) {
            if (WORDS.contains(text.substring(at - length, at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them begins with the first of these characters and holds at least two. */
    static boolean begins(String text, int at) {
        for (var length = 2; length <= LONGEST && at + length <= text.length(); length++) {
            if (WORDS.contains(text.substring(at, at + length))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them begins here and ends behind this. */
    static boolean goesBeyond(String text, int from, int to) {
        for (var end = to + 1; end <= Math.min(text.length(), from + LONGEST); end++) {
            if (WORDS.contains(text.substring(from, end))) {
                return true;
            }
        }
        return false;
    }
}
