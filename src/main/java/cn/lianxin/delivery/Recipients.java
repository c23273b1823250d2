package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.outbox.Parcel;
import cn.lianxin.platform.vault.Aliases;
import cn.lianxin.platform.vault.Vault;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** For whom a parcel is: a person, or somebody who speaks in confidence, of whom only the vault knows who he is. */
@Component
class Recipients {

    private final Aliases aliases;
    private final Vault vault;

    Recipients(Aliases aliases, Vault vault) {
        this.aliases = aliases;
        this.vault = vault;
    }

    long of(Notification notification) {
        return notification.underAlias()
                ? aliases.of(notification.to())
                : notification.to().value();
    }

    /** As what he may stand on a parcel. */
    LongStream of(PersonId person) {
        return LongStream.of(person.value(), aliases.of(person));
    }

    /** Nobody where the vault has forgotten him. */
    Optional<PersonId> of(Parcel parcel) {
        return parcel.recipient() < 0
                ? vault.behind(parcel.recipient())
                : Optional.of(new PersonId(parcel.recipient()));
    }
}
