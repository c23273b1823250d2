package cn.lianxin.casework;

import cn.lianxin.concern.Precedents;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Matter;
import java.util.List;
import java.util.Optional;

/**
 * What the forms of a case offer to choose from; empty for those who have nothing to choose.
 *
 * @param suggestedLead by the table of responsibility, where it has an entry
 * @param dangers words that speak of a danger, where the grade does not say so yet
 * @param like like cases, where the page of a case asks for them
 * @param joins the number of an open concern with which whoever raised this one says that it is the same
 */
public record CaseForms(
        List<Choice> units,
        Optional<UnitId> suggestedLead,
        List<Suggested> suggestions,
        List<Matter> matters,
        List<String> dangers,
        Precedents.Beside like,
        Optional<String> joins) {

    /** A unit by its name within the house. */
    public record Choice(UnitId id, String name) {}

    /**
     * A matter that it may be, and who would lead on it.
     *
     * @param percent how sure it is, where it was learnt
     * @param because words of the concern itself
     */
    public record Suggested(Matter matter, Optional<Choice> lead, Optional<Integer> percent, List<String> because) {

        /** What the form sends to take it as it is. */
        public Optional<String> taken() {
            return lead.map(unit -> matter.code() + "-" + unit.id().value());
        }
    }

    static CaseForms none() {
        return new CaseForms(
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Precedents.Beside.NOTHING,
                Optional.empty());
    }

    CaseForms beside(Precedents.Beside likeCases) {
        return new CaseForms(units, suggestedLead, suggestions, matters, dangers, likeCases, joins);
    }

    public List<Matter> suggestedMatters() {
        return suggestions.stream().map(Suggested::matter).toList();
    }

    /** Whether the table of responsibility names this unit. */
    public boolean suggests(Choice choice) {
        return suggestedLead.filter(choice.id()::equals).isPresent();
    }
}
