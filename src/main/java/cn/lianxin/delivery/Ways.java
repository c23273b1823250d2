package cn.lianxin.delivery;

import cn.lianxin.platform.outgoing.Mailing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The ways that are open in this installation: mail, if the settings name a server, and what administrators set up. */
@Component
class Ways {

    private final Mailing mailing;
    private final Messengers messengers;

    Ways(Mailing mailing, Messengers messengers) {
        this.mailing = mailing;
        this.messengers = messengers;
    }

    List<Way> open() {
        var mail = mailing.isSetUp() ? Stream.of(new Way(Way.MAIL, "", AddressKind.MAIL, false)) : Stream.<Way>empty();
        return Stream.concat(mail, messengers.enabled().stream().map(Messenger::way))
                .toList();
    }

    Optional<Way> find(String key) {
        return open().stream().filter(way -> way.key().equals(key)).findFirst();
    }
}
