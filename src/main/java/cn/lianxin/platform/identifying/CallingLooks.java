package cn.lianxin.platform.identifying;

import java.util.regex.Pattern;

/** The signs of how somebody is called and of where he belongs: posts, kin, bynames, crews, shifts, and whether he is the only one. */
final class CallingLooks {

    private static final String NUMBER = "[0-9一二三四五六七八九十]";
    private static final Pattern SHIFT = Pattern.compile("(?:早|中|晚|夜|白|大夜|小夜|前夜|后夜|下夜|上夜|午|零点|" + NUMBER
            + "{1,3}点|早八点|甲|乙|丙|丁|头|检修|生产|准备|圆|整|运转|维修|长白|常白|常日|包机|掘进|采煤)班|[048零四八]点");
    private static final Pattern CREW = Pattern.compile(
            "(?:综采|综掘|采煤|掘进|开拓|通风|通防|机电|运输|机运|皮带|提升|巷修|修护|准备|安装|探水|地测|调度|选煤|洗煤|选厂|运转|连采|主井|副井|风井|灯房|保卫|后勤|救护|主扇|压风|瓦斯|抽采|防突|无轨|辅运|监测|充填|注浆|食堂|澡堂|采|掘|开|运|机|通|综)"
                    + NUMBER + "{0,2}(?:队|工区|区队|车间|班组|厂|区|科|部|室|站|房|中心|组)?");
    private static final Pattern ONLY =
            Pattern.compile("唯一|独一|就[他她]?一个|就这?一[名个位]|只有[他她]?一[个名位]|仅有|独苗|头一个|最(?:年轻|老|大|小|胖|高|矮)|仅一");
    private static final Pattern POST =
            Pattern.compile(Callings.JOBS + "|" + Callings.POSTS + "|[一-鿿]工(?![人友作资序具程伤会商业地时])|[一-鿿]员(?!工)");
    private static final Pattern KIN = Pattern.compile(Callings.KIN);
    private static final Pattern BYNAME = Pattern.compile(Callings.BYNAME);

    private final String text;
    private final Cut cut;
    private final int[] shift;
    private final int[] crew;
    private final int[] only;
    private final int[] post;
    private final int[] kin;
    private final int[] byname;
    private final int[] sinceShift;
    private final int[] sinceCrew;
    private final int[] sinceOnly;
    private final int[] sincePost;
    private final int[] untilShift;
    private final int[] untilPost;
    private final int[] untilOnly;
    private final int[] untilByname;

    CallingLooks(Form form, Cut cut) {
        text = form.text;
        this.cut = cut;
        shift = Spans.of(text, SHIFT);
        crew = Spans.of(text, CREW);
        only = Spans.of(text, ONLY);
        post = Spans.of(text, POST);
        kin = Spans.of(text, KIN);
        byname = Spans.of(text, BYNAME);
        sinceShift = Spans.since(text, SHIFT);
        sinceCrew = Spans.since(text, CREW);
        sinceOnly = Spans.since(text, ONLY);
        sincePost = Spans.since(text, POST);
        untilShift = Spans.until(text, SHIFT);
        untilPost = Spans.until(text, POST);
        untilOnly = Spans.until(text, ONLY);
        untilByname = Spans.until(text, BYNAME);
    }

    void at(int at, Signs signs) {
        int surname = surname(at);
        int before = surname(at - 1);
        char here = Looks.character(text, at);
        char next = Looks.character(text, at + 1);
        signs.add(200, post[at]);
        signs.add(201, Spans.at(post, at - 1), post[at]);
        signs.add(202, post[at], Spans.at(post, at + 1));
        signs.add(203, surname, Spans.at(post, at + 1), Spans.at(post, at + 2));
        signs.add(204, Spans.at(post, at - 1), surname, Spans.at(post, at + 1));
        signs.add(205, before, post[at], Spans.at(post, at + 1));
        signs.add(206, Spans.at(post, at - 1), here);
        signs.add(207, Spans.at(post, at - 1), here, next);
        signs.add(208, kin[at], surname);
        signs.add(209, kin[at], before);
        for (var ahead = 1; ahead <= 3; ahead++) {
            signs.add(209 + ahead, Spans.at(kin, at + ahead), surname);
            signs.add(212 + ahead, Spans.at(post, at + ahead), surname);
        }
        signs.add(220, byname[at]);
        signs.add(221, Spans.at(byname, at - 1), byname[at]);
        signs.add(222, byname[at], Spans.at(byname, at + 1));
        signs.add(223, byname[at], post[at]);
        signs.add(224, byname[at], Spans.at(post, at - 1), sincePost[at] < 3 ? 1 : 0);
        signs.add(225, untilByname[at], post[at]);
        signs.add(226, Spans.step(untilByname[at]), cut.nature[at]);
        crews(at, signs, here, next);
    }

    private void crews(int at, Signs signs, char here, char next) {
        int behind = (sinceCrew[at] < 12 ? 1 : 0)
                + (sinceShift[at] < 9 ? 2 : 0)
                + (sinceOnly[at] < 9 ? 4 : 0)
                + (sincePost[at] < 4 ? 8 : 0);
        int ahead = (untilShift[at] < 9 ? 1 : 0) + (untilPost[at] < 9 ? 2 : 0);
        signs.add(230, shift[at], crew[at]);
        signs.add(231, only[at]);
        signs.add(232, behind);
        signs.add(233, behind, post[at]);
        signs.add(234, behind, ahead);
        signs.add(235, behind, ahead, crew[at]);
        signs.add(236, behind, ahead, shift[at], post[at]);
        signs.add(237, behind, here);
        signs.add(238, behind, next);
        signs.add(239, behind, Looks.character(text, at - 1));
        signs.add(240, behind, ahead, cut.nature[at]);
        signs.add(241, ahead, crew[at], Spans.at(crew, at - 1), untilShift[at] < 5 ? 1 : 0);
        signs.add(242, crew[at], Spans.step(untilShift[at]), Spans.step(untilPost[at]), Spans.step(untilOnly[at]));
        signs.add(243, ahead, here, next);
    }

    private int surname(int at) {
        return at < 0 ? -1 : Surnames.lengthAt(text, at) * 2 + (Surnames.isCommon(text.charAt(at)) ? 1 : 0);
    }
}
