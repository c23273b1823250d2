package cn.lianxin.plantedmine;

import java.time.Instant;

/** One concern as it reaches the desk. The codes of its units tell where it belongs; the matter is the desk's guess, wrong one time in ten. */
public record Message(
        String id,
        String mine,
        String district,
        String crew,
        String matter,
        Instant time,
        String title,
        String detail) {

    /** The way down the tree of units. */
    public String unitPath() {
        return mine + "/" + district + "/" + crew;
    }

    String json() {
        return """
                {"id":"%s","unit":"%s","mine":"%s","district":"%s","crew":"%s","matter":"%s","time":"%s","title":"%s","detail":"%s"}""".formatted(id, unitPath(), mine, district, crew, matter, time, quoted(title), quoted(detail));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
