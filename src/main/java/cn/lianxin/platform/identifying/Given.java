package cn.lianxin.platform.identifying;

import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import java.util.Set;

/** Characters of which given names are made. */
final class Given {

    private static final String CHARACTERS =
            "里可心凡伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂建国华民志文玉红梅春海波斌宇浩凯健俊帆鹏飞龙虎彪亮成龙庆林森东南西北山岭峰川江河湖海生根柱宝贵富财福禄寿喜发旺兴盛顺祥瑞吉安康宁和平敬爱忠孝义仁礼智信诚德才能贤良善美好学习勤俭"
                    + "爱党卫东红旗跃进援朝抗美胜利解放卫星新民主义世界永长久大小二三四五六七八九元一天地日月星辰光辉煌晨曦晓旭阳明晶莹雪冰霜雨露云霄风雷电松柏竹菊荷莲花草木树叶枝桃李杏梨枫桐杨柳槐榆楠金银铜铁钢石玉珍珠宝琳琅琦琪瑶瑾瑜璐璇玲珊珂珠"
                    + "子儿女娃男孩童君臣士卿侯伯仲叔季孟祖宗先绍继承业立守正直方圆广博厚重坚毅恒远宏伟雄豪英俊帅威武力勇猛刚强健壮鹏鹤凤凰鸿雁燕莺鹰麟骏驰腾飞翔跃升起进达通顺利升荣耀昌隆泰亨嘉佳昊昕昱晗晟晖暄曼梓涵欣怡悦思雨诗语雅静婷妍姝娇娥婵嫣"
                    + "媛嫒婉婕妮娅妹姐姣姗丹彤彩虹紫青蓝白翠碧墨乐畅舒怀念恩慧惠洁清淑贞芝芬芸芹苗茂茜荣蓉蓓蕾薇萍萌菲葵苹英莉莎曦双全喜有拴锁牛狗栓保留来存常换改变招弟引娣巧云秋冬夏香粉凤鸣忠孝亭庭彦彬炳焕灿烨炜炎煜熙烈炯焱磊岩峻岗嵩崇岳培坤垚"
                    + "城均增奎奇奕姿威宗宜宪家宽宾密尚尧展岚岱崇巍川州师希帅常平年庄庚康延开弘张彰影往征律得微心必忆志怀怜思怡恒恺悟情惟惠愉意慈慎慧懿戈成战户扬承拓振捷挺掌援搏摇教敏敦文斌斐新方旋旗无日昂易昌昭显晋景智暖曙曜书有朋朗望朝本杉材来杭林果柯柱标栋校根格桓桢梁梦棋森植楚榕槿樊欢正武毅民气水永汉汝江池沁沐沛河治泉泊法泓泳洁津洪活浚浦浪浩消涌润淇淑淮深淳清渊温渝游湘源溪滔满漫潇潮澄澜澍瀚灵炅炳烁焰照熠爽牧犁献玄王玖玮现理琛琴瑛瑞璋璞生用田甲男界留畅百皓益盈盼睿矗知石硕磐社祎祝祯禹秉秋科秦程稳稷穆空立竣章童端符策简箫米粟精素紫纪纬纯纲练组终经结绪维绮绵缘罡群羽翰翼耕聪肃胜育胤自至致航良艺节芃芊苑若范茵荃莹菁萱葆蒙蓝蔚薪藏虎蝶行衍裕观解言誉计训记讯许论设词诚询详谊谦谨谷豪象贝贞贡财贤贵贺赋赐赞超越路轩轲载辉辰达迅迎运近远连迪迹述适逊通逸遥道遵邦郁郎采野鉴钊钧钦铎铭锋锐锦镇镜长闯闻阔队阳陆陶隆际雁集雨雪零霖青靖静韦韬音韵顶项颂领颖颜飒首香馨驹骁骅骞高魁魏鲁鸣鸽鹃麒麦黎默鼎齐龄";

    private Given() {}

    /** Whether names of newspapers are made so: one character, or a first and a last one. */
    static boolean inNames(String given) {
        return given.length() == 1
                ? times(given, NR.E) > 4
                : times(given.substring(0, 1), NR.C) > 4 && times(given.substring(1), NR.D) > 4
                        || times(given, NR.Z) > 4;
    }

    private static int times(String part, NR role) {
        var item = PersonDictionary.dictionary.get(part);
        return item == null || !item.containsLabel(role) ? 0 : item.getFrequency(role);
    }

    /** Words that are given names as well. */
    private static final Set<String> WORDS = Set.of(
            ("不凡 时雨 前进 计划 豆豆 黑蛋 狗剩 文革 和平 开放 改革 可心 石头 五一 六一 无忌 四清 铁蛋 狗蛋 毛毛 大毛 二毛 三毛 小毛 建设 生产 胜利 解放 跃进 红旗 国庆 中秋 立春 冬至 清明 端午 元旦 黎明 光明 长江 黄河 长城 泰山"
                            + " 向前 向东 上进 来福 来顺 有才 有福 有田 有粮 得水 得胜 得力 发财 百顺 万里 千里 万全 千金 保全 保安 保国 保家 卫国 卫东 立功 争光 争气 自强 必胜 必成 必武 学文 学武 学习 文化 科学 技术 爱国 爱民 爱党")
                    .split(" "));

    static boolean isWord(String given) {
        return WORDS.contains(given);
    }

    static boolean all(String characters) {
        return characters.chars().allMatch(one -> CHARACTERS.indexOf(one) >= 0);
    }
}
