package cn.lianxin.platform.attachment;

import cn.lianxin.platform.attachment.IsoBoxes.Box;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes place, time, device and owner out of a film or a recording in MP4 form, without touching picture or sound. Of
 * each box only those parts stay that a player needs; tracks that are neither picture nor sound (places, movements) are
 * emptied with all that they say.
 */
final class FilmTraces {

    private static final Set<String> TRACKS = Set.of("vide", "soun");

    private static final Map<String, Set<String>> NEEDED = needed();

    private final byte[] bytes;

    private FilmTraces(byte[] bytes) {
        this.bytes = bytes;
    }

    private static Map<String, Set<String>> needed() {
        var needed = new HashMap<String, Set<String>>();
        needed.put("", Set.of("ftyp", "styp", "moov", "moof", "mfra", "sidx", "mdat", "wide"));
        needed.put("moov", Set.of("mvhd", "trak", "mvex"));
        needed.put("mvex", Set.of("mehd", "trex"));
        needed.put("trak", Set.of("tkhd", "tapt", "edts", "tref", "mdia"));
        needed.put("mdia", Set.of("mdhd", "hdlr", "minf"));
        needed.put("minf", Set.of("vmhd", "smhd", "nmhd", "gmhd", "hdlr", "dinf", "stbl"));
        needed.put("dinf", Set.of("dref"));
        needed.put(
                "stbl",
                Set.of(
                        "stsd", "stts", "ctts", "cslg", "stss", "stps", "stsc", "stsz", "stz2", "stco", "co64", "sdtp",
                        "sgpd", "sbgp", "subs", "saiz", "saio"));
        needed.put("moof", Set.of("mfhd", "traf"));
        needed.put("traf", Set.of("tfhd", "tfdt", "trun", "sgpd", "sbgp", "subs", "saiz", "saio"));
        return Map.copyOf(needed);
    }

    static byte[] without(byte[] bytes) throws BrokenFile {
        var film = new FilmTraces(bytes.clone());
        try {
            film.clean();
        } catch (IndexOutOfBoundsException | ArithmeticException cutOff) {
            throw new BrokenFile("a box ends where more was promised");
        }
        return film.bytes;
    }

    private void clean() throws BrokenFile {
        var top = IsoBoxes.top(bytes);
        if (IsoBoxes.only(top, "moov").isEmpty()) {
            throw new BrokenFile("no table of contents");
        }
        clean("", top);
    }

    private void clean(String within, List<Box> boxes) throws BrokenFile {
        var stay = NEEDED.getOrDefault(within, Set.of());
        IsoBoxes.free(bytes, boxes, box -> !stay.contains(box.type()));
        for (var box : boxes) {
            switch (box.type()) {
                case "mvhd", "tkhd", "mdhd" -> forgetTimes(box);
                case "hdlr" -> fill(box.body() + 24, box.end());
                case "dref" -> forgetPaths(box);
                case "trak" -> cleanTrack(box);
                case String type
                when stay.contains(type) && NEEDED.containsKey(type) -> clean(type, IsoBoxes.inside(bytes, box));
                default -> {}
            }
        }
    }

    private void cleanTrack(Box track) throws BrokenFile {
        if (TRACKS.stream().noneMatch(handler -> IsoBoxes.handlerIs(bytes, track, handler))) {
            new FilmSamples(bytes).blank(track);
            IsoBoxes.free(bytes, List.of(track), _ -> true);
        } else {
            clean("trak", IsoBoxes.inside(bytes, track));
        }
    }

    private void forgetTimes(Box box) {
        int size = bytes[box.body()] == 1 ? 16 : 8;
        fill(box.body() + 4, Math.min(box.end(), box.body() + 4 + size));
    }

    private void forgetPaths(Box list) throws BrokenFile {
        for (var place : IsoBoxes.between(bytes, list.body() + 8, list.end())) {
            fill(place.body() + 4, place.end());
        }
    }

    private void fill(int from, int end) {
        if (from < end) {
            Arrays.fill(bytes, from, end, (byte) 0);
        }
    }
}
