package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is raised.
 *
 * @param title may be empty; then the first words serve
 * @param unit the unit it is about; empty for the unit of whoever speaks
 * @param onBehalfOf the worker for whom a clerk writes it down
 * @param about names, staff numbers or units of whom it speaks; blank for nobody
 */
public record NewConcern(
        ConcernKind kind,
        String matter,
        String title,
        String words,
        String place,
        Reporter.Mode mode,
        Optional<UnitId> unit,
        Optional<PersonId> onBehalfOf,
        Channel channel,
        List<UUID> attachments,
        String about) {

    public NewConcern {
        attachments = List.copyOf(attachments);
    }

    /** Of nobody. */
    public NewConcern(
            ConcernKind kind,
            String matter,
            String title,
            String words,
            String place,
            Reporter.Mode mode,
            Optional<UnitId> unit,
            Optional<PersonId> onBehalfOf,
            Channel channel,
            List<UUID> attachments) {
        this(kind, matter, title, words, place, mode, unit, onBehalfOf, channel, attachments, "");
    }
}
