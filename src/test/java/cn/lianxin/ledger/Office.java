package cn.lianxin.ledger;

import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A mine with a desk that imports its ledgers; one of its own for each test. */
@Component
class Office {

    /** A clerk at the desk of a mine. */
    record Desk(UnitId mine, PersonId person, Actor clerk) {}

    private final Village village;
    private final StagingLedgers staging;
    private final ApplyingLedgers applying;
    private final ReadingLedgers reading;

    Office(Village village, StagingLedgers staging, ApplyingLedgers applying, ReadingLedgers reading) {
        this.village = village;
        this.staging = staging;
        this.applying = applying;
        this.reading = reading;
    }

    Desk open() {
        var mine = village.mine();
        var person = village.holder(Role.DESK_OFFICER, mine);
        return new Desk(mine, person, member(person, new Grant(Role.DESK_OFFICER, mine)));
    }

    static Actor member(PersonId person, Grant... grants) {
        return new Actor.Member(person, "受理员", List.of(grants));
    }

    UUID begin(Path file, Desk desk) {
        var id = staging.take(file, String.valueOf(file.getFileName()), desk.mine(), desk.clerk());
        staging.begin(id, desk.clerk());
        return id;
    }

    LedgerImport bring(Path file, Desk desk) {
        var id = begin(file, desk);
        return finish(id, desk);
    }

    /** The import that an address leads to, whoever may see it. */
    LedgerImport pageOf(String address) {
        return reading.get(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)), Village.FOUNDER);
    }

    LedgerImport finish(UUID id, Desk desk) {
        while (applying.applyNext(id)) {
            continue;
        }
        return reading.get(id, desk.clerk());
    }
}
