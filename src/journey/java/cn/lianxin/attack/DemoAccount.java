package cn.lianxin.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A line of {@code demo-accounts.txt}. */
record DemoAccount(String role, String number, String password) {

    private static final String EVERYBODY_ELSE = "anybody else";

    static List<DemoAccount> read(List<String> lines) {
        var accounts = new ArrayList<DemoAccount>();
        for (var line : lines.subList(1, lines.size())) {
            var columns = line.strip().split(" {2,}");
            if (!columns[1].equals(EVERYBODY_ELSE)) {
                assertThat(columns)
                        .as("role, number, name and password in %s", line)
                        .hasSize(5);
                accounts.add(new DemoAccount(columns[1], columns[2], columns[4]));
            }
        }
        accounts.sort(Comparator.comparing(account -> account.role().equals("administrator")));
        return accounts;
    }
}
