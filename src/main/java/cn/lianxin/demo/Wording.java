package cn.lianxin.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds phrases that suit a matter. A phrase with one of these words suits the named areas and matters, others suit all. */
final class Wording {

    private static final List<Map.Entry<String, String>> SUITS = List.of(
            Map.entry("法院", "A I"),
            Map.entry("邻居", "F4 F6 M1"),
            Map.entry("商铺", "E6"),
            Map.entry("借款", "M3"),
            Map.entry("社保", "H"),
            Map.entry("医保", "H2 L1"),
            Map.entry("仲裁", "I3 I6 A1"),
            Map.entry("公路", "G4"),
            Map.entry("升学", "L3"),
            Map.entry("玩笑", "K3 M3"),
            Map.entry("不是本公司", "M3 M1"),
            Map.entry("少发", "A"),
            Map.entry("补给我", "A"),
            Map.entry("班长跟我", "A3 B5 K3"),
            Map.entry("宿舍", "F1 F2 F4"),
            Map.entry("帮扶", "L1 L2"),
            Map.entry("水来了", "E4 E5"),
            Map.entry("工资", "A B H1"),
            Map.entry("底表", "A B"),
            Map.entry("劳资", "A B"),
            Map.entry("运输队", "C4 G3"),
            Map.entry("后勤", "E F"),
            Map.entry("外委队", "I4"),
            Map.entry("停产检修", "C D"),
            Map.entry("检修窗口", "C"),
            Map.entry("西翼", "C D6"),
            Map.entry("处分", "I5"),
            Map.entry("别的矿", "A B I2"),
            Map.entry("举报", "K3"),
            Map.entry("回避", "K3 I5"),
            Map.entry("交界处", "C4 D6"),
            Map.entry("责任图", "C D6"),
            Map.entry("基建", "F"),
            Map.entry("三个部门", "A B I"),
            Map.entry("该科负责人", "K3"),
            Map.entry("骂人", "K3"),
            Map.entry("安监科接", "C"),
            Map.entry("谁的设备", "C4 E5"),
            Map.entry("班车", "G1 G2"),
            Map.entry("配件", "C D3 E F2 F3"),
            Map.entry("住院", "D4 L2"),
            Map.entry("体检", "D2"),
            Map.entry("职工代表团长", "A3 K2 F1"),
            Map.entry("县里", "M1 F4 L3"),
            Map.entry("粉尘", "D1 C1"),
            Map.entry("路面", "G4"),
            Map.entry("证人", "I5 K3 D4"),
            Map.entry("夜班上", "A4 B4"),
            Map.entry("两个夜班", "A B"),
            Map.entry("谈过话", "K I"),
            Map.entry("老样子", "C D E F G"),
            Map.entry("前年的", "H I A5 F5"),
            Map.entry("一样的情况", "A F J L I"),
            Map.entry("连襟", "K I5"),
            Map.entry("补发的事", "A"),
            Map.entry("借调", "H4 H6 I2"),
            Map.entry("工资本", "H4 H6"),
            Map.entry("太轻", "K3"),
            Map.entry("现场", "C D E F G M1"),
            Map.entry("撤出来", "C"),
            Map.entry("维修工", "E F"),
            Map.entry("动手修", "C4 E F G4"),
            Map.entry("修了一半", "C4 E F G4"),
            Map.entry("说是明天修", "C4 E F G4"),
            Map.entry("打的卡", "A"),
            Map.entry("补的钱", "A"),
            Map.entry("流水", "A H L"),
            Map.entry("那三个月", "A H"),
            Map.entry("当面道歉", "K3"),
            Map.entry("孩子病了", "L"),
            Map.entry("复测", "D1 C1"),
            Map.entry("调度会", "C G3 D6"),
            Map.entry("老人耳背", "H5 L5"),
            Map.entry("在宿舍吗", "D5"),
            Map.entry("先打调度室", "C G2"),
            Map.entry("先后写了两次", "-"),
            Map.entry("三件事", "-"),
            Map.entry("照片", "-"),
            Map.entry("延期", "-"),
            Map.entry("延长五天", "-"),
            Map.entry("到期日", "-"),
            Map.entry("答复写好了", "-"),
            Map.entry("点没解决", "-"),
            Map.entry("复查", "-"),
            Map.entry("那个证明", "H I L"),
            Map.entry("底账", "A B H"),
            Map.entry("是从哪天", "A B"),
            Map.entry("月中那几天", "A B"),
            Map.entry("三天都", "-"),
            Map.entry("队长今天找我", "K A6 B1"),
            Map.entry("澡堂", "E4"),
            Map.entry("皮带机", "C4"),
            Map.entry("工分", "A3"),
            Map.entry("末班车", "G1"),
            Map.entry("延点", "B1 A4"),
            Map.entry("停暖", "F3"),
            Map.entry("电缆", "C4"),
            Map.entry("手套", "D3"),
            Map.entry("验收员", "A2"),
            Map.entry("补发", "A5 H1"),
            Map.entry("不会让队里", "K C5 C6"),
            Map.entry("不能让队里", "K C5 C6"),
            Map.entry("不要让队里", "K C5 C6"));

    private final Map<String, List<String>> phrases;
    private final Map<String, List<String>> suitable = new HashMap<>();

    Wording(Map<String, List<String>> phrases) {
        this.phrases = phrases;
    }

    /** One that suits; empty where none does. */
    Optional<String> of(String use, String matter, Dice dice) {
        var found = suitable(use, matter);
        return found.isEmpty() ? Optional.empty() : Optional.of(dice.one(found));
    }

    List<String> all(String use) {
        return phrases.getOrDefault(use, List.of());
    }

    /** Whether any phrase of this use suits the matter. */
    boolean suits(String use, String matter) {
        return !suitable(use, matter).isEmpty();
    }

    /** The phrase of this use that contains the word. */
    String with(String use, String word) {
        return phrases.getOrDefault(use, List.of()).stream()
                .filter(phrase -> phrase.contains(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + use + " with " + word));
    }

    private List<String> suitable(String use, String matter) {
        return suitable.computeIfAbsent(
                use + ":" + matter,
                _ -> phrases.getOrDefault(use, List.of()).stream()
                        .filter(phrase -> isAbout(phrase, matter))
                        .toList());
    }

    private static boolean isAbout(String phrase, String matter) {
        return SUITS.stream()
                .filter(rule -> phrase.contains(rule.getKey()))
                .allMatch(rule -> List.of(rule.getValue().split(" ")).stream().anyMatch(matter::startsWith));
    }
}
