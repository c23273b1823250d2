package cn.lianxin.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row of the page on security.
 *
 * @param number as its standard has it: {@code 7.4.1}, {@code 8.1.4.2 c}
 * @param because by which test it is met, why it does not apply, what is missing
 */
record RequirementRow(String number, String requirement, String state, String because) {

    static final List<String> STATES = List.of("met", "not applicable", "open");

    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| ([0-9]+(?:\\.[0-9]+){2,3}(?: [a-g])?) \\|([^|\\n]*)\\|([^|\\n]*)\\|([^|\\n]*)\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+Test|[a-z-]+\\.sh)`");

    static List<RequirementRow> of(String text) {
        return ROW.matcher(text)
                .results()
                .map(row -> new RequirementRow(
                        row.group(1),
                        row.group(2).strip(),
                        row.group(3).strip(),
                        row.group(4).strip()))
                .toList();
    }

    List<String> faults(Set<String> tests) {
        var faults = new ArrayList<String>();
        var named = TEST.matcher(because).results().map(test -> test.group(1)).toList();
        named.stream().filter(test -> !tests.contains(test)).forEach(test -> faults.add(number + " names " + test));
        if (!STATES.contains(state)) {
            faults.add(number + " is " + state);
        }
        if (state.equals("met") && named.isEmpty()) {
            faults.add(number + " is met by no test");
        }
        if (because.isEmpty()) {
            faults.add(number + " says not why");
        }
        if (requirement.isEmpty()) {
            faults.add(number + " says not what");
        }
        return faults;
    }
}
