package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Going down the tree to the unit whose people get their first passwords. */
@Component
class SlipUnits {

    /** @param unit empty at the top, where one chooses among one's own units */
    record Choice(Optional<Chosen> unit, List<UnitCard> below) {}

    /** @param waiting people of the unit and below who have no account */
    record Chosen(UnitCard card, String path, int waiting, Optional<UnitId> up) {}

    private final Directory directory;
    private final Scope scope;
    private final AccountLists lists;

    SlipUnits(Directory directory, Scope scope, AccountLists lists) {
        this.directory = directory;
        this.scope = scope;
        this.lists = lists;
    }

    Choice choice(Optional<UnitId> unit, Actor by) {
        if (unit.isEmpty()) {
            return new Choice(
                    Optional.empty(),
                    Arrays.stream(Scope.accountUnits(by))
                            .map(id -> directory.unit(new UnitId(id)))
                            .toList());
        }
        var id = require(unit.get(), by);
        var card = directory.unit(id);
        var up = card.parent().filter(parent -> scope.keepsAccountsIn(by, parent));
        return new Choice(
                Optional.of(new Chosen(card, directory.pathName(id), lists.countWithoutAccount(id, by), up)),
                directory.children(id));
    }

    UnitId require(UnitId unit, Actor by) {
        if (!scope.keepsAccountsIn(by, unit)) {
            throw new Refusal.NotFound();
        }
        return unit;
    }
}
