package cn.lianxin.equality;

import cn.lianxin.foresight.Finding;
import cn.lianxin.foresight.UnequalTreatment;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was found, in one line each, for the board. */
@Component
class ToldOnBoard implements UnequalTreatment {

    private final EqualTreatment treatment;
    private final Directory directory;

    ToldOnBoard(EqualTreatment treatment, Directory directory) {
        this.treatment = treatment;
        this.directory = directory;
    }

    @Override
    public Optional<List<Finding>> in(UnitId mine, Actor.Member reader, Words words) {
        if (treatment.mines(reader).stream().map(UnitCard::id).noneMatch(mine::equals)) {
            return Optional.empty();
        }
        return Optional.of(treatment.look(mine, reader).found().stream()
                .map(gap -> finding(gap, mine, words))
                .toList());
    }

    private Finding finding(Gap gap, UnitId mine, Words words) {
        return new Finding(
                words.of(gap.trait()) + " · " + who(gap, words),
                gap.said(words),
                words.of("equality.of", gap.cases(), gap.others()),
                "/equality?mine=" + mine.value());
    }

    private String who(Gap gap, Words words) {
        return gap.trait() == Trait.UNIT
                ? directory.unit(new UnitId(Long.parseLong(gap.group()))).name()
                : words.of(gap.wordOfGroup());
    }
}
