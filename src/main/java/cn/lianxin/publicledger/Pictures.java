package cn.lianxin.publicledger;

import cn.lianxin.platform.attachment.BurntPicture;
import cn.lianxin.platform.attachment.BurntPicture.Box;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of pictures beside the words, for whoever proposes and decides. */
@Component
class Pictures {

    static final int MOST = 3;

    private final JdbcClient database;

    Pictures(JdbcClient database) {
        this.database = database;
    }

    List<ChosenPicture> of(long entry) {
        return database.sql("""
                select p.place, p.photo, p.sha256, p.width, p.height, p.alternative_text, p.boxes, p.covers
                from publicledger.picture p where p.entry = :entry and p.bytes is not null order by p.place
                """)
                .param("entry", entry)
                .query((row, _) -> picture(row))
                .list();
    }

    Optional<byte[]> bytes(long entry, int place) {
        return database.sql("""
                select p.bytes from publicledger.picture p
                where p.entry = :entry and p.place = :place and p.bytes is not null
                """)
                .param("entry", entry)
                .param("place", place)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    /** Changes with any of the pictures and with what is said of them; blank where there is none. */
    String mark(long entry) {
        return database.sql("""
                select coalesce(encode(sha256(convert_to(string_agg(p.place || ':' || p.sha256 || ':' || p.alternative_text, chr(10)
                    order by p.place), 'UTF8')), 'hex'), '')
                from publicledger.picture p where p.entry = :entry and p.bytes is not null
                """).param("entry", entry).query(String.class).single();
    }

    /** In place of the one that was painted from the same photo before. */
    void put(
            long entry,
            int place,
            UUID photo,
            BurntPicture picture,
            String alternativeText,
            List<ChosenPicture.Covering> coverings) {
        database.sql("""
                insert into publicledger.picture
                    (entry, place, photo, bytes, sha256, width, height, alternative_text, boxes, covers, nobody)
                values (:entry, :place, :photo, :bytes, encode(sha256(:bytes), 'hex'), :width, :height, :text, :boxes, :covers, :nobody)
                on conflict (entry, place) do update set bytes = excluded.bytes, sha256 = excluded.sha256, width = excluded.width,
                    height = excluded.height, alternative_text = excluded.alternative_text, boxes = excluded.boxes,
                    covers = excluded.covers, nobody = excluded.nobody
                """)
                .param("entry", entry)
                .param("place", place)
                .param("photo", photo)
                .param("bytes", picture.bytes())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("text", alternativeText)
                .param("boxes", coverings.stream().flatMap(Pictures::sides).toArray(Long[]::new))
                .param(
                        "covers",
                        coverings.stream().map(one -> one.what().name()).toArray(String[]::new))
                .param("nobody", coverings.isEmpty())
                .update();
    }

    void remove(long entry, UUID photo) {
        database.sql("delete from publicledger.picture where entry = :entry and photo = :photo")
                .param("entry", entry)
                .param("photo", photo)
                .update();
    }

    private static Stream<Long> sides(ChosenPicture.Covering covering) {
        var box = covering.box();
        return Stream.of(box.left(), box.top(), box.width(), box.height()).map(Integer::longValue);
    }

    private static ChosenPicture picture(ResultSet row) throws SQLException {
        return new ChosenPicture(
                row.getInt("place"),
                row.getObject("photo", UUID.class),
                row.getString("sha256"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("alternative_text"),
                coverings((Long[]) row.getArray("boxes").getArray(), (String[])
                        row.getArray("covers").getArray()));
    }

    private static List<ChosenPicture.Covering> coverings(Long[] sides, String[] covers) {
        return IntStream.range(0, covers.length)
                .mapToObj(at -> new ChosenPicture.Covering(
                        new Box(
                                sides[4 * at].intValue(),
                                sides[4 * at + 1].intValue(),
                                sides[4 * at + 2].intValue(),
                                sides[4 * at + 3].intValue()),
                        Covered.valueOf(covers[at])))
                .toList();
    }
}
