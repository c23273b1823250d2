package cn.lianxin.platform.identifying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Telephones, identity numbers, bank cards: rows of digits, however they are parted, by their check digits and plans. */
final class Numbers {

    private static final String PART = "[ \\-‐‑–—_·•./、,*~杠空点]";
    private static final Pattern ROW = Pattern.compile("\\d(?:" + PART + "{0,2}\\d)*(?:" + PART + "?x(?![a-z0-9]))?");
    private static final Pattern GROUP = Pattern.compile("\\d+x?|x");

    /** Numbers of things: of papers, parcels, machines. */
    private static final Pattern OF_THINGS = Pattern.compile(
            "(?:单号|运单|订单|合同|发票|票号|流水|编号|批号|序列|设备|资产|货号|文号|追溯|型号|物料|信用代码|税号|备案|许可证|图号|编码|条码|出厂|计划|凭证|项目|批次)[^\\d]{0,6}$");

    /** What belongs to an enterprise and not to a person. */
    private static final Pattern OF_OFFICE = Pattern.compile("(?:对公|单位|公司|工会|党费|基金|矿上|企业)(?:的)?(?:账|帐|户)[^\\d]{0,8}$");

    private static final Pattern CARD =
            Pattern.compile("(?:卡|账|帐|折|存折|农行|工行|建行|中行|农信|农商|一本通|信用社|邮储|邮政|交行|招行|晋商|银行|开户)[^\\d]{0,14}$");
    private static final Pattern IDENTITY = Pattern.compile("(?:身份证|证件|身份号)[^\\d]{0,10}$");

    private static final Pattern OFFICE = Pattern.compile(
            "(?:调度|办公|值班|热线|举报|监督|信访|投诉|服务|咨询|客服|救护|急救|报警|应急|公开|工会|纪委|纪检|科|部|处|室|中心|站|台|局|院|公司|单位|厂家|厂商|售后|总机|食堂|保卫|门卫|12350|传真|对外|统一)[^\\d]{0,8}$");

    private static final Pattern LANDLINE = Pattern.compile(
            "(?<![\\d.])(?:\\(0\\d{2,3}\\)|0\\d{2,3})[ -]{0,2}(?:\\d{7,8}|\\d{3,4}[ -]\\d{4})(?![\\d.])");
    private static final Pattern LOCAL = Pattern.compile(
            "(?:家里电话|家电话|宅电|座机|电话|打电话给?他?|来电)(?:号码?)?[是为:： ]{0,3}(?<it>[2-8]\\d{2,3}[ -]?\\d{4})(?![\\d.])");
    /** 前面138中间0912后面3345: whoever writes so wants to be understood by people alone. */
    private static final Pattern IN_PIECES = Pattern.compile(
            "(?:手机|电话|号码|卡号|账号|打|拨)[^,，。]{0,8}\\d{3,8}(?:和|加|接|再|然后|后面|中间|最后|跟|连着?|再加|接着|[,，]){1,3}[^\\d]{0,4}\\d{3,}|分[^,，。]{0,2}段|合起来|拼起来|连起来|接起来|凑起来|拼一下|连一起|合一块|拼一块|(?:前|头|开头)(?:[一二三四五六\\d]位)?[^\\d,，。]{0,4}\\d{2,6}[^\\d]{0,6}(?:中间|中[一二三四五六\\d]位|中段|接着|然后|当中|后|末|再)[^\\d]{0,4}\\d{2,6}");

    private static final Pattern PART_OF_IT = Pattern.compile("(?<!\\d)\\d{3,12}(?!\\d)");

    private Numbers() {}

    static List<Piece> in(Form form) {
        var found = new ArrayList<Piece>();
        ROW.matcher(form.text).results().forEach(row -> rows(form, row.start(), row.group(), found));
        form.find(Kind.PHONE, LANDLINE)
                .filter(one -> !of(OFFICE, form, one) && !of(OF_THINGS, form, one))
                .forEach(found::add);
        form.find(Kind.PHONE, LOCAL)
                .filter(one -> !OFFICE.matcher(before(form, one)).find())
                .forEach(found::add);
        if (IN_PIECES.matcher(form.text).find()) {
            form.find(Kind.PHONE, PART_OF_IT).forEach(found::add);
        }
        return found;
    }

    private static boolean of(Pattern pattern, Form form, Piece piece) {
        return pattern.matcher(before(form, piece)).find();
    }

    private static String before(Form form, Piece piece) {
        return form.beforeOriginal(piece.from(), 18);
    }

    private record Group(int from, int to, String digits) {}

    /** From each group on, the longest run of groups that is a number of somebody. */
    private static void rows(Form form, int at, String row, List<Piece> found) {
        if (row.length() < 11) {
            return;
        }
        var groups = GROUP.matcher(row)
                .results()
                .map(one -> new Group(at + one.start(), at + one.end(), one.group()))
                .toList();
        for (var first = 0; first < groups.size(); first++) {
            for (var last = groups.size(); last > first; last--) {
                var part = groups.subList(first, last);
                var piece = kindOf(form, part)
                        .map(kind -> form.piece(
                                kind, part.getFirst().from(), part.getLast().to()));
                if (piece.isPresent()) {
                    found.add(piece.get());
                    first = last - 1;
                    break;
                }
            }
        }
    }

    private static Optional<Kind> kindOf(Form form, List<Group> groups) {
        var digits = new StringBuilder();
        groups.forEach(group -> digits.append(group.digits()));
        var number = digits.toString();
        if (number.length() < 11 || number.length() > 23 || decimals(form, groups)) {
            return Optional.empty();
        }
        var before = form.before(groups.getFirst().from(), 16);
        if (Identity.is(number)
                || number.matches("\\d{14,17}[\\dx]")
                        && IDENTITY.matcher(before).find()) {
            return Optional.of(Kind.ID);
        }
        if (OF_THINGS.matcher(before).find()
                || before.matches(".*[a-z]-?$")
                        && !before.matches(".*(?:tel|phone|mobile|wx|vx|qq|no|icbc|abc|ccb|boc|card|num)$")) {
            return Optional.empty();
        }
        if (Mobile.is(number)) {
            return Optional.of(Kind.PHONE);
        }
        var card = number.matches("\\d{12,23}") && CARD.matcher(before).find()
                || number.matches("(?:[3-6]\\d{3}|955[89])\\d{12,15}");
        return card && !OF_OFFICE.matcher(before).find() ? Optional.of(Kind.BANK) : Optional.empty();
    }

    /** 13.5 14.2 15.8 are measures; a telephone is parted by points in three alone. */
    private static boolean decimals(Form form, List<Group> groups) {
        var whole =
                form.text.substring(groups.getFirst().from(), groups.getLast().to());
        var lengths = groups.stream().map(group -> group.digits().length()).toList();
        return whole.matches(".*[.,/、].*")
                && !lengths.equals(List.of(3, 4, 4))
                && lengths.stream().anyMatch(length -> length < 4);
    }
}
