package cn.lianxin.platform.attachment;

import cn.lianxin.platform.attachment.IsoBoxes.Box;
import java.util.Set;

/** Takes place, device and owner out of a film or a recording in MP4 form, without touching picture or sound. */
final class FilmTraces {

    private static final Set<String> TELLING = Set.of("udta", "meta", "uuid");

    private FilmTraces() {}

    static byte[] without(byte[] bytes) throws BrokenFile {
        var clean = bytes.clone();
        var top = IsoBoxes.top(clean);
        if (IsoBoxes.only(top, "moov").isEmpty()) {
            throw new BrokenFile("no table of contents");
        }
        IsoBoxes.free(clean, top, FilmTraces::tells);
        for (var movie : IsoBoxes.only(top, "moov")) {
            var parts = IsoBoxes.inside(clean, movie);
            IsoBoxes.free(clean, parts, FilmTraces::tells);
            for (var track : IsoBoxes.only(parts, "trak")) {
                IsoBoxes.free(clean, IsoBoxes.inside(clean, track), FilmTraces::tells);
            }
        }
        return clean;
    }

    private static boolean tells(Box box) {
        return TELLING.contains(box.type());
    }
}
