package cn.lianxin.personnel;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.PersonTraits;
import cn.lianxin.platform.spreadsheet.Row;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a readable row says: one post of one person. What the file leaves open is empty.
 *
 * @param besides whether it is a post beside his main one (兼职)
 * @param since first day in the post, or at work
 */
record RosterRow(
        Row row,
        String number,
        String name,
        Place place,
        Optional<String> title,
        Optional<Employment> employment,
        Optional<String> phone,
        PersonTraits traits,
        boolean leads,
        boolean besides,
        Optional<LocalDate> since) {

    /**
     * The unit of the post.
     *
     * @param unit empty for one that the file itself founds
     */
    record Place(String code, String path, Optional<UnitId> unit) {}
}
