package cn.lianxin.correspondent;

import cn.lianxin.newsroom.ArticleKind;
import cn.lianxin.newsroom.Standing;
import cn.lianxin.organization.PersonCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what stands on a sheet: pieces, and who shares each. */
@Component
class SheetLines {

    /** With whom a piece is shared. */
    record Sharer(PersonCard person, int weight) {}

    private final JdbcClient database;
    private final RateTables rates;
    private final Corrections corrections;

    SheetLines(JdbcClient database, RateTables rates, Corrections corrections) {
        this.database = database;
        this.rates = rates;
        this.corrections = corrections;
    }

    /** All that it is computed from, as it stands now. */
    FeeSheet read(Sheets.Head head) {
        var shares = new HashMap<Long, List<FeeSheet.Share>>();
        database.sql("""
                select h.article, h.staff_number, h.name, h.weight
                from correspondent.share h join correspondent.piece p on p.article = h.article
                where p.sheet = :sheet
                """).param("sheet", head.id()).query(row -> {
            shares.computeIfAbsent(row.getLong("article"), _ -> new ArrayList<>())
                    .add(new FeeSheet.Share(
                            row.getString("staff_number"), row.getString("name"), row.getInt("weight")));
        });
        var tables = new HashMap<Long, RateTable>();
        database.sql("""
                select distinct p.rate_version from correspondent.piece p where p.sheet = :sheet and p.rate_version is not null
                """)
                .param("sheet", head.id())
                .query(Long.class)
                .list()
                .forEach(version -> tables.put(version, rates.get(version)));
        var pieces = database.sql("""
                        select article, title, channel, kind, day, standing, byline, rate_version
                        from correspondent.piece where sheet = :sheet
                        """)
                .param("sheet", head.id())
                .query((row, _) -> new FeeSheet.Piece(
                        row.getLong("article"),
                        row.getString("title"),
                        row.getString("channel"),
                        ArticleKind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        Standing.valueOf(row.getString("standing")),
                        row.getString("byline"),
                        Optional.ofNullable(tables.get(row.getLong("rate_version"))),
                        shares.getOrDefault(row.getLong("article"), List.of())))
                .list();
        return new FeeSheet(head.unitCode(), head.unitName(), head.month(), pieces, corrections.of(head.id()));
    }

    /**
     * Takes what came out in the month below the unit and stands on no sheet yet, for its author alone; and looks again how what
     * stands there already is today. Answers how many are new.
     */
    int collect(Sheets.Head head) {
        var period = Period.of(head.month());
        database.sql("""
                update correspondent.piece p set standing = c.standing, title = c.title, byline = c.byline
                from newsroom.contribution c where c.id = p.article and p.sheet = :sheet
                """).param("sheet", head.id()).update();
        var fresh = database.sql("""
                        insert into correspondent.piece (article, sheet, title, channel, kind, day, standing, byline)
                        select c.id, :sheet, c.title, c.channel, c.kind, (c.first_public_at at time zone 'Asia/Shanghai')::date,
                            c.standing, c.byline
                        from newsroom.contribution c
                        where c.first_public_at >= :from and c.first_public_at < :until
                          and exists (select 1 from organization.unit_line l where l.unit = c.unit and l.above = :unit)
                        on conflict (article) do nothing
                        """)
                .param("sheet", head.id())
                .param("from", period.from())
                .param("until", period.until())
                .param("unit", head.unit().value())
                .update();
        database.sql("""
                insert into correspondent.share (article, person, staff_number, name, weight, fen)
                select p.article, c.author, a.staff_number, a.name, 1, 0
                from correspondent.piece p
                join newsroom.contribution c on c.id = p.article
                join organization.person_card a on a.id = c.author
                where p.sheet = :sheet and not exists (select 1 from correspondent.share h where h.article = p.article)
                """).param("sheet", head.id()).update();
        rate(head);
        return fresh;
    }

    private void rate(Sheets.Head head) {
        var days = database.sql(
                        "select distinct day from correspondent.piece where sheet = :sheet and rate_version is null")
                .param("sheet", head.id())
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
        for (var day : days) {
            rates.inForce(head.unit(), day)
                    .ifPresent(version -> database.sql("""
                    update correspondent.piece set rate_version = :version
                    where sheet = :sheet and day = :day and rate_version is null
                    """)
                            .param("version", version)
                            .param("sheet", head.id())
                            .param("day", day)
                            .update());
        }
    }

    /** False where it does not stand on this sheet. */
    boolean share(long sheet, long article, List<Sharer> sharers) {
        var here = database.sql(
                        "select exists (select 1 from correspondent.piece where sheet = :sheet and article = :article)")
                .param("sheet", sheet)
                .param("article", article)
                .query(Boolean.class)
                .single();
        if (!here) {
            return false;
        }
        database.sql("delete from correspondent.share where article = :article")
                .param("article", article)
                .update();
        for (var sharer : sharers) {
            database.sql("""
                    insert into correspondent.share (article, person, staff_number, name, weight, fen)
                    values (:article, :person, :number, :name, :weight, 0)
                    """)
                    .param("article", article)
                    .param("person", sharer.person().id().value())
                    .param("number", sharer.person().staffNumber())
                    .param("name", sharer.person().name())
                    .param("weight", sharer.weight())
                    .update();
        }
        return true;
    }

    /** What was computed, beside what it was computed from. */
    void keep(FeeSheet sheet) {
        for (var piece : sheet.pieces()) {
            piece.parts()
                    .forEach((number, fen) -> database.sql("""
                    update correspondent.share set fen = :fen where article = :article and staff_number = :number and fen <> :fen
                    """)
                            .param("fen", fen)
                            .param("article", piece.article())
                            .param("number", number)
                            .update());
        }
    }

    /** Whether what each was found to get is what the sheet gives him. */
    boolean isKept(FeeSheet sheet) {
        return sheet.pieces().stream().allMatch(piece -> piece.parts().equals(kept(piece.article())));
    }

    private Map<String, Long> kept(long article) {
        var kept = new HashMap<String, Long>();
        database.sql("select staff_number, fen from correspondent.share where article = :article")
                .param("article", article)
                .query(row -> {
                    kept.put(row.getString("staff_number"), row.getLong("fen"));
                });
        return kept;
    }
}
