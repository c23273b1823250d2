package cn.lianxin.platform.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One sentence, and how it is told: as happening, or as played, taught, settled, long past, or only asked about. */
record Told(
        String sentence,
        List<Clause> clauses,
        boolean really,
        boolean playedAnywhere,
        boolean settledAnywhere,
        boolean claimed,
        boolean asked) {

    record Clause(int from, int to, boolean now, boolean past, boolean supposed, boolean paper) {}

    private static final Pattern DENIED = Pattern.compile(
            "(没有|没|从未|未|并无|绝无|无|不会|不再|不准|不得|禁止|防止|预防|防治|杜绝|严禁|避免|防|抗)(再|有|发生|发现|出现|人|任何|一起|过|听说|因)*$|(没有?|未)(再)?(发现|出现|发生|查出|测出|看见|见到|听见|闻到)[^,]{0,6}$");

    /** What is taught, practised, printed or shown, or happened to others. */
    private static final Pattern PLAYED = Pattern.compile(
            "演练|演习|演示|(?<!没|未|不|没有|没参加)培训|训练|讲座|上课|听课|课件|宣传片|宣教|宣讲|宣誓|警示片|教育片|安全教育|预案|竞赛|比武|比赛|大赛|考试|考题|试题|题库|答题|案例|反思|影片|电影|电视剧|"
                    + "纪录片|小说|小品|话剧|节目|文艺|征文|展板|漫画|手册|条例|论文|课题|报名|征求意见|公园|爆炸性|自杀式|献血|验收|动画|短视频|看视频|零超限|零事故|无伤亡|号码牌|警示牌|这个词|什么意思|模拟|vr|新闻里|新闻上|抖音|外省|外地|某矿|某地|别的矿|隔壁省|兄弟矿|"
                    + "班前会.{0,6}讲|天天讲|老讲|口号|安全月|安全周|参观|比方|打个比方|历史数据|drill|training|film|movie|course|exam");

    private static final Pattern REALLY = Pattern.compile("真的?(着|冒|起|有|出|塌|透|超|漏|炸|倒|晕|伤)|快来人|快救|救命|不是演|弄假成真|假戏真");

    /** Done away with. */
    private static final Pattern SETTLED = Pattern.compile(
            "(已经?把?[^,]{0,8}|都|现已|当天就|当场就|及时|很快就?)(处理|整改|修|换|校|补|打好|解决|加固|恢复|排除|消除|治好|出院)|修好了|补好了|换新的?了?|处理完|整改完|处理了,|点赞|感谢|表扬|谢谢.{0,4}(队|矿|科|师傅|处理|解决|领导)|祝");

    private static final Pattern PAST = Pattern.compile(
            "去年|前年|大前年|当年|那年|以前|曾经|年前|年轻时|小时候|那次|上回|上次|上个?季度|上半年|(19|20)\\d\\d年|[零〇一二三四五六七八九]{2,4}年(?!级)|\\d{2}年(?=[^\\d]{0,2}(那|的|井|冒|透|瓦|事))|老工伤|旧伤|往年|历年");

    private static final Pattern SUPPOSED = Pattern.compile(
            "如果|假如|万一|假设|一旦|倘若|要是(?!再)|(遇到|碰到|发生|出现).{0,12}(情况|时|时候|怎么|该|应该|咋办|权|吗)|有.{0,2}撤离权|怎么(预防|防|避免|判断|识别|逃生|自救)");

    /** What is asked of a clerk. */
    private static final Pattern PAPER = Pattern.compile(
            "津贴|补贴|补助|奖|荣誉|先进|认定|复审|年审|年检|证书|资格证|操作证|上岗证|检查证|员证|工证|登记|编码|申请|处罚|处分|罚款|招人|招几|招工|招聘|招公|编制|慰问|工资|薪|加班费|"
                    + "待遇|系数|岗位工|计件|单价|发票|报销|考核|绩效|评比|评分|指标|班费|伙食|餐费|公示|公告|通报|文件|规程|规定|标准|制度|职称|工龄|退休|转正|调岗|年休|丧假|请假|"
                    + "队长期|发电厂|办公室|招标|采购|供应商|allowance|bonus|salary|certificate|licen[cs]e");

    /** A hurt that is by now a matter of forms. */
    private static final Pattern CLAIMED = Pattern.compile(
            "伤残|工伤(认定|待遇|保险|鉴定|补|赔|等级|假|证)|抚恤|护理费|赔偿|赔付|报销|复查|鉴定|伤残等级|医药费|医疗费|补助|待遇|怎么算|怎么报|算不算|职业病|体检|医保|能报|compensation");

    private static final Pattern ASKED = Pattern.compile(
            "请问|想问|问一下|咨询|请教|想了解|想知道|想学|请解释|什么时候|啥时候|怎么算|多少钱|多少度|几点|哪里(能|可以|换|办|查|领|发)|在哪(办|换|领|查|报|里)|能不能(?!来|派|快|赶|救|管)|可不可以|是不是(应该|可以|有权|要)|有没有权|建议(?!快|立|马|赶|撤|停)|how (do|can|to)|when is|when will|please tell");

    private static final Pattern NOW = Pattern.compile(
            "正在|现在(?!很安全|没事|好了|已|发|还发)|刚才|刚刚|快来|快救|快派|快去|快叫|马上|赶紧|赶快|立刻|这会儿?|眼下|今天|今晚|今早|今儿|昨晚|昨夜|还在|还没|仍|今年又|又(在|开始|出|漏|响|冒|掉)|求求|救命|快点|right now|still");

    private static final Pattern COMMA = Pattern.compile("[,、:]");

    static Told of(String sentence) {
        var clauses = new ArrayList<Clause>();
        int from = 0;
        var comma = COMMA.matcher(sentence);
        while (comma.find()) {
            clauses.add(clause(sentence, from, comma.start()));
            from = comma.end();
        }
        clauses.add(clause(sentence, from, sentence.length()));
        boolean really = REALLY.matcher(sentence).find();
        return new Told(
                sentence,
                List.copyOf(clauses),
                really,
                !really && PLAYED.matcher(sentence).find(),
                SETTLED.matcher(sentence).find(),
                CLAIMED.matcher(sentence).find(),
                ASKED.matcher(sentence).find());
    }

    private static Clause clause(String sentence, int from, int to) {
        var words = sentence.substring(from, to);
        return new Clause(
                from,
                to,
                NOW.matcher(words).find(),
                PAST.matcher(words).find(),
                SUPPOSED.matcher(words).find(),
                PAPER.matcher(words).find());
    }

    boolean isMeant(int start, int end, Weight weight) {
        if (isDenied(start) || playedAnywhere) {
            return false;
        }
        if (clauses.stream().anyMatch(one -> one.now && one.from < end && start < one.to + 1)) {
            return true;
        }
        if (isPastOrSupposed(end) || settledAnywhere && weight != Weight.INTENT) {
            return false;
        }
        return switch (weight) {
            case INTENT -> true;
            case BODY -> !claimed;
            case THING ->
                !asked
                        && !claimed
                        && clauses.stream().noneMatch(one -> one.paper && one.from < end && start < one.to + 1);
        };
    }

    boolean isDenied(int start) {
        return DENIED.matcher(sentence.substring(Math.max(0, start - 12), start))
                .find();
    }

    /** Told in the clause or before it, and nothing since then speaks of now. */
    private boolean isPastOrSupposed(int end) {
        boolean back = false;
        for (var one : clauses) {
            if (one.from >= end) {
                break;
            }
            back = one.past || one.supposed || back && !one.now;
        }
        return back;
    }
}
