package cn.lianxin.readers;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.attachment.Attachments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mine, and what its worker has raised there in every protected way. */
final class Canaries {

    /** Stands in all of them. */
    static final String COMMON = "金丝雀七七三一";

    final Mine mine;
    final Actor.Member dispatcher;
    final Canary confidential;
    final Canary anonymous;
    final Canary report;
    final Canary danger;
    final UUID ledger = UUID.randomUUID();
    final long look;
    final long entry;
    final long alarm;
    final String problem = "Z-2026-77310-58";
    final String staffNumber;

    private final List<Canary> filedByOthers = new ArrayList<>();
    private final RaisingConcerns raising;
    private final JdbcClient database;

    Canaries(
            RaisingConcerns raising,
            HandlingConcerns handling,
            Attachments attachments,
            Village village,
            JdbcClient database) {
        this.raising = raising;
        this.database = database;
        mine = new Mine(village);
        var photo = attachments
                .take(new ByteArrayInputStream(picture()), "现场.png", mine.worker)
                .id()
                .value();
        var person = village.holder(Role.DISPATCHER, mine.mine);
        dispatcher = new Actor.Member(person, "调", List.of(new Grant(Role.DISPATCHER, mine.mine)));
        staffNumber = village.staffNumber(mine.worker.person());
        confidential = raise("confidential", "E4", Reporter.Mode.CONFIDENTIAL, List.of(photo));
        anonymous = raise("anonymous", "E4", Reporter.Mode.ANONYMOUS, List.of());
        report = raise("report", "K4", Reporter.Mode.NAMED, List.of());
        // Water that comes in makes it one, whatever its matter.
        danger = raise("透水了的地方", "C3", Reporter.Mode.CONFIDENTIAL, List.of());
        for (var canary : List.of(confidential, anonymous)) {
            handling.acceptAndAssign(canary.number(), "E4", mine.district, Set.of(), "", mine.desk);
        }
        look = lookAt(confidential);
        entry = troubleOf(confidential);
        importOf(anonymous);
        problemOf(List.of(confidential, anonymous, report, danger));
        alarm = alarmOf(List.of(confidential, anonymous, report, danger));
    }

    List<Canary> all() {
        return Stream.concat(Stream.of(confidential, anonymous, report, danger), filedByOthers.stream())
                .toList();
    }

    /** What another system has filed in words that it was given. */
    void filed(String words, String number, String receipt) {
        filedByOthers.add(new Canary(
                "filed by a machine",
                words,
                ConcernNumber.parse(number).orElseThrow(),
                receipt,
                Optional.empty(),
                Optional.empty()));
    }

    private Canary raise(String name, String matter, Reporter.Mode mode, List<UUID> files) {
        var words = COMMON + "在" + name + "里叫";
        var concern = new NewConcern(
                ConcernKind.HELP,
                matter,
                "",
                words,
                "二号澡堂",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                files);
        var raised = raising.raise(concern, Mine.token(), mine.worker);
        return new Canary(
                name,
                words,
                raised.number(),
                raised.receipt().digits(),
                mode == Reporter.Mode.ANONYMOUS ? Optional.empty() : Optional.of(nameOfTheWorker()),
                files.stream().findFirst());
    }

    private String nameOfTheWorker() {
        return database.sql("select name from organization.person_card where id = :person")
                .param("person", mine.worker.person().value())
                .query((row, _) -> row.getString("name"))
                .single();
    }

    /** All of them lie before one. */
    private void problemOf(List<Canary> canaries) {
        database.sql("""
                with opened as (
                    insert into problem.problem
                        (number, title, opened_at, opened_by, lead_unit, owner, state, version, began_at, due_at)
                    values (:number, '一样的毛病', now(), :by, :unit, :by, 'OPENED', 0, now(), now() + interval '9 days')
                    returning id)
                insert into problem.attached (problem, concern, at, by_person)
                select opened.id, c.id, now(), :by from opened, concern.concern c where c.number = any (:numbers)
                """)
                .param("number", problem)
                .param("by", mine.supervisor.person().value())
                .param("unit", mine.mine.value())
                .param(
                        "numbers",
                        canaries.stream()
                                .map(canary -> canary.number().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** As if all of them had been heard once. */
    private long alarmOf(List<Canary> canaries) {
        return database.sql("""
                with raised as (insert into topic.alarm (mine, raised_at) values (:mine, now()) returning id),
                     laid as (
                         insert into topic.evidence (alarm, concern)
                         select raised.id, c.id from raised, concern.concern c where c.number = any (:numbers))
                select id from raised
                """)
                .param("mine", mine.mine.value())
                .param(
                        "numbers",
                        canaries.stream()
                                .map(canary -> canary.number().toString())
                                .toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Somebody outside the line is to look at it again. */
    private long lookAt(Canary canary) {
        return database.sql("""
                with chosen as (
                    insert into spotcheck.check_group (batch, round, ask_at, asked)
                    select coalesce(max(batch), 0) + 1, 1, now(), true from spotcheck.check_group
                    returning id)
                insert into spotcheck.look (check_group, round, concern, answer, number, unit, show_by)
                select chosen.id, 1, c.id, 1, c.number, :unit, now()
                from chosen, concern.concern c where c.number = :number
                returning id
                """)
                .param("unit", mine.district.value())
                .param("number", canary.number().toString())
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /** Whoever raised it says that he is given trouble, in its own words. */
    private long troubleOf(Canary canary) {
        return database.sql("""
                with raised as (
                    insert into safeguard.entry (concern, kind, at, owner)
                    select c.id, 'TROUBLE', now(), :owner from concern.concern c where c.number = :number
                    returning id)
                insert into safeguard.step (entry, at, kind, words)
                select raised.id, now(), 'SAID', :words from raised
                returning entry
                """)
                .param("owner", mine.supervisor.person().value())
                .param("number", canary.number().toString())
                .param("words", canary.words())
                .query((row, _) -> row.getLong("entry"))
                .single();
    }

    /** As if it had come by a ledger of the desk. */
    private void importOf(Canary canary) {
        database.sql("""
                insert into ledger.import (id, unit, uploaded_by, uploaded_at, file_name, description, header, fields,
                    state, row_count, done_rows, filed)
                values (:id, :unit, :by, now(), '台账.csv', '', array['内容'], array['CONTENT'], 'DONE', 1, 1, 1)
                """)
                .param("id", ledger)
                .param("unit", mine.mine.value())
                .param("by", mine.stranger.person().value())
                .update();
        database.sql("insert into ledger.row (import, number, cells, digest) values (:id, 1, array[:words], '')")
                .param("id", ledger)
                .param("words", canary.words())
                .update();
        database.sql("""
                insert into ledger.filed (unit, identity, digest, import, row, concern, version)
                values (:unit, '1', '', :id, 1, :number, 1)
                """)
                .param("id", ledger)
                .param("unit", mine.mine.value())
                .param("number", canary.number().toString())
                .update();
    }

    private static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
