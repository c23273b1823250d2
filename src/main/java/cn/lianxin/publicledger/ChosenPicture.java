package cn.lianxin.publicledger;

import cn.lianxin.platform.attachment.BurntPicture.Box;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A picture beside the words, as all will see it.
 *
 * @param photo which of the concern it was painted from
 * @param sha256 of its bytes
 */
record ChosenPicture(
        int place, UUID photo, String sha256, int width, int height, String alternativeText, List<Covering> coverings) {

    /** One box, and what is below it. */
    record Covering(Box box, Covered what) {}

    ChosenPicture {
        coverings = List.copyOf(coverings);
    }

    /** Each kind once, in their order. */
    Set<Covered> covers() {
        var covers = EnumSet.noneOf(Covered.class);
        coverings.forEach(covering -> covers.add(covering.what()));
        return covers;
    }

    /** By which two people compare whether they see the same. */
    String shortDigest() {
        return sha256.substring(0, 12);
    }
}
