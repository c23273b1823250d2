package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a {@link ReachPage}, for its own person alone. */
@Component
class ReachPages {

    private final Ways ways;
    private final Contacts contacts;
    private final Confirmations confirmations;

    ReachPages(Ways ways, Contacts contacts, Confirmations confirmations) {
        this.ways = ways;
        this.contacts = contacts;
        this.confirmations = confirmations;
    }

    @Transactional(readOnly = true)
    ReachPage of(PersonId person) {
        var confirmed = contacts.of(person);
        var asked = confirmations.of(person).stream()
                .collect(Collectors.toMap(Confirmations.Asked::way, Function.identity()));
        return new ReachPage(ways.open().stream()
                .map(way -> new ReachPage.WayRow(
                        way,
                        Optional.ofNullable(confirmed.get(way.key())).map(ReachPage::shortened),
                        Optional.ofNullable(asked.get(way.key())).map(it -> ReachPage.shortened(it.address()))))
                .toList());
    }
}
