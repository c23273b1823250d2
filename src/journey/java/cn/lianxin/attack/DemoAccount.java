package cn.lianxin.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A line of {@code demo-accounts.txt}. */
record DemoAccount(String role, String number, String password) {

    static List<DemoAccount> read(List<String> lines) {
        var accounts = new ArrayList<DemoAccount>();
        for (var line : lines.subList(1, lines.size())) {
            var columns = line.strip().split(" {2,}");
            if (columns.length == 5) {
                accounts.add(new DemoAccount(columns[1], columns[2], columns[4]));
            }
        }
        accounts.sort(Comparator.comparing(account -> account.role().equals("administrator")));
        return accounts;
    }
}
