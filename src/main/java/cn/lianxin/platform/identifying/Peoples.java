package cn.lianxin.platform.identifying;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names that have no surname of the Chinese: with a dot, or of syllables that Tibetans, Mongols, Uyghurs, Kazakhs and Yi bear. */
final class Peoples {

    private static final String BORNE =
            "扎西|洛桑|多吉|卓玛|次仁|尼玛|平措|旺堆|格桑|拉姆|央金|丹增|才让|索南|白玛|顿珠|巴桑|边巴|贡布|加措|嘉措|仁青|桑吉|德吉|米玛|强巴|罗布|土登|阿旺|群培|益西|曲珍|拉巴|旦增|次旺|尕藏|旺姆|措姆|达娃|普布|次旦|卓嘎|斯朗|泽仁|巴特尔|乌云|其其格|格日勒|朝鲁|那仁|斯琴|苏日娜|娜仁|萨仁|托娅|高娃|阿拉坦|巴雅尔|布和|额尔敦|孟和|哈斯|呼和|敖日格勒|其木格|牧仁|宝音|青格勒|乌力吉|吉日嘎拉|图雅|塔娜|格根|乌日娜|苏和|巴图|满都拉|毕力格|达来|图力|斯日古楞|阿古拉|花拉|高娃|满达|特木尔|朝克图|巴根|"
                    + "买买提|艾力|艾山|阿不都|阿卜杜|阿布都|阿不力|古丽|帕提|买合木提|吐尔逊|吐尔洪|努尔|艾尼|玉素甫|玉山|依明|肉孜|艾买提|热依汗|阿依|迪丽|热巴|木沙|卡德尔|达吾提|伊布拉|伊力|库尔班|热合曼|热合木|赛买提|哈力克|玛依拉|巴合提|叶尔|别克|艾合|阿曼|米尔|古力|麦麦提|亚森|艾则孜|阿迪力|居马|哈丽|阿米娜|再努|帕尔哈提|拉|江|汗|阿木|吉克|沙马|曲比|阿牛|木呷|尔古|吉木|阿依|日火|伍呷|尔布|拉马|莫|惹|尔体|阿力";
    private static final String ALONE =
            "扎西|洛桑|卓玛|次仁|央金|丹增|索南|顿珠|边巴|仁青|巴特尔|其其格|格日勒|斯琴|苏日娜|娜仁|托娅|额尔敦|其木格|乌力吉|吉日嘎拉|巴雅尔|特木尔|敖日格勒|朝克图|买买提|麦麦提|吐尔逊|吐尔洪|玉素甫|艾买提|热依汗|库尔班|阿卜杜拉|阿不都拉|古丽|阿迪力|帕尔哈提|木呷";

    private static final Pattern DOTTED = Pattern.compile(
            "[一-鿿]{2,6}[·•・‧∙][一-鿿]{2,6}?(?=[,，。;；、!！?？:：\\s）)]|$|的|在|说|是|和|不|没|从|也|把|被|给|跟|今|上|下|就|一|今年|师傅|这|那|班|队|请|让|有|去|来|打|受|因)");
    private static final Pattern JOINED = Pattern.compile("(?:" + ALONE + ")(?:" + BORNE + ")*|(?:" + BORNE + "){2,4}");

    private Peoples() {}

    static List<Piece> in(Form folded) {
        return Stream.concat(
                        folded.find(Kind.NAME, DOTTED),
                        JOINED.matcher(folded.text)
                                .results()
                                .filter(found -> found.group().length() > 1)
                                .filter(found -> Pattern.compile(ALONE)
                                                .matcher(found.group())
                                                .find()
                                        || found.group().length() > 3)
                                .map(found -> folded.piece(Kind.NAME, found.start(), found.end())))
                .toList();
    }
}
