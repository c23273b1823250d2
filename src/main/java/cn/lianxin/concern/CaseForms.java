package cn.lianxin.concern;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Matter;
import java.util.List;
import java.util.Optional;

/**
 * What the forms of a case offer to choose from; empty for those who have nothing to choose.
 *
 * @param suggestedLead by the table of responsibility, where it has an entry
 */
public record CaseForms(
        List<Choice> units, Optional<UnitId> suggestedLead, List<Matter> suggestedMatters, List<Matter> matters) {

    /** A unit by its name within the house. */
    public record Choice(UnitId id, String name) {}

    static CaseForms none() {
        return new CaseForms(List.of(), Optional.empty(), List.of(), List.of());
    }

    /** Whether the table of responsibility names this unit. */
    public boolean suggests(Choice choice) {
        return suggestedLead.filter(choice.id()::equals).isPresent();
    }
}
