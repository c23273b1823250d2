package cn.lianxin.platform.classification;

import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Words that mean the same brought to one, and words that mean nothing left out. */
final class Wordings {

    private record Same(Pattern words, String one) {}

    private static final List<Same> SAME = same(List.of(
            "为什么|为何|为啥|怎么回事|咋回事|什么原因|啥原因|何故=因",
            "什么时候|什么时间|啥时候|何时|几时|几点|几号|哪天|多会儿=时",
            "什么地方|哪里|哪儿|何处|在哪|哪=哪",
            "怎么样|怎样|怎么|如何|咋样|咋=怎",
            "多少|几个|多久|多大|几=几",
            "什么人|哪个人|谁=谁",
            "什么|啥|甚么=啥",
            "能不能|可不可以|能否|是否可以|可否|可以|能够|能=能",
            "是不是|是否|有没有|有无=否",
            "工资|薪水|薪资|工钱|薪酬=薪",
            "通勤车|班车|交通车=车",
            "澡堂|浴室|洗澡间|淋浴间=浴",
            "食堂|餐厅|饭堂|伙房=食",
            "宿舍|公寓|寝室=舍",
            "手机|电话|移动电话=机",
            "孩子|小孩|娃|儿童|宝宝=孩",
            "父母|爸妈|家长=亲",
            "老婆|妻子|媳妇|爱人=妻",
            "丈夫|老公=夫",
            "钱|费用|金额|款=钱",
            "发放|发下来|到账|发=发",
            "修理|维修|修好|检修|修=修",
            "解决|处理|搞定=办",
            "办理|申请|办=办",
            "没有|没|未=没",
            "喜欢|喜爱|爱好=爱",
            "漂亮|好看|美丽=美",
            "价格|价钱|多少钱|售价=价",
            "推荐|介绍=荐",
            "方法|办法|方式|法子=法",
            "区别|不同|差别|差异=异",
            "意思|含义|涵义=意",
            "认识|知道|了解|清楚=知",
            "告诉|告知|说说=告",
            "查询|查看|查=查",
            "取消|撤销|撤回=撤",
            "修改|更改|变更|改=改",
            "开通|启用|激活=开",
            "额度|限额=额",
            "还款|还钱=还",
            "借款|借钱|贷款=借"));

    private static final Pattern EMPTY =
            Pattern.compile("请问|您好|你好|麻烦|谢谢|请|一下|一个|的|了|吗|呢|吧|啊|呀|嘛|哦|哈|么|就|都|我想|想知道|想问|有人|大家|[^\\p{L}\\p{N}]");

    private static final List<String> QUESTIONS = List.of("因", "时", "哪", "怎", "几", "谁", "啥", "能", "否");

    private Wordings() {}

    static String one(String text) {
        var result = Grams.normal(text);
        for (var same : SAME) {
            result = same.words.matcher(result).replaceAll(same.one);
        }
        return EMPTY.matcher(result).replaceAll("");
    }

    /** What is asked for. */
    static Set<String> question(String plain) {
        var asked = new TreeSet<String>();
        QUESTIONS.stream().filter(plain::contains).forEach(asked::add);
        return asked;
    }

    private static List<Same> same(List<String> lines) {
        var result = new ArrayList<Same>();
        for (var line : lines) {
            int end = line.indexOf('=');
            result.add(new Same(Pattern.compile(line.substring(0, end)), line.substring(end + 1)));
        }
        return List.copyOf(result);
    }
}
