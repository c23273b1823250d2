package cn.lianxin.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rooms let go of besides concerns, by rows that are older than their terms. */
@ProductTest
class OldRowsTest {

    @Autowired
    DataKinds kinds;

    @Autowired
    Erasing erasing;

    @Autowired
    Village village;

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient database;

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void every_rule_is_carried_out_and_takes_nothing_that_is_younger() {
        for (var kind : kinds.all()) {
            assertThat(erasing.erase(kind.code(), Instant.EPOCH))
                    .as(kind.code())
                    .isZero();
        }
    }

    @Test
    void a_leaver_has_no_account_and_no_telephone_when_his_term_is_over_and_keeps_both_until_then() {
        var person = village.worker(village.mine());
        SignedIn.cookieOf(person, product);
        database.sql(
                        "update organization.person set phone = '13911112222', sex = 'MALE', birth_year = 1979 where id = :id")
                .param("id", person.value())
                .update();
        village.leave(person);

        TestClock.forward(Duration.ofDays(60));
        Over.erase(product);
        assertThat(count("identity.account where person = " + person.value())).isOne();
        TestClock.forward(Duration.ofDays(40));
        Over.erase(product);

        assertThat(count("identity.account where person = " + person.value())).isZero();
        assertThat(count("privacy.confirmation where person = " + person.value()))
                .isZero();
        assertThat(count("organization.person where id = " + person.value()
                        + " and phone = '' and sex is null and birth_year is null and name <> ''"))
                .isOne();
    }

    @Test
    void an_old_sealed_report_goes_with_all_that_hangs_on_it_and_a_young_one_stays() {
        var old = sealed("S2016-4711", Instant.now().minus(Duration.ofDays(3700)));
        var young = sealed("S2026-4712", Instant.now().minus(Duration.ofDays(30)));

        var gone = erasing.erase("sealed", Instant.now().minus(Duration.ofDays(3650)));

        assertThat(gone).isOne();
        for (var table : List.of("report where envelope", "envelope where id", "content_key where envelope")) {
            assertThat(count("sealed." + table + " = " + old)).as(table).isZero();
            assertThat(count("sealed." + table + " = " + young)).as(table).isOne();
        }
    }

    @Test
    void an_old_watermark_is_nobodys_any_more_and_a_young_one_cannot_be_removed() {
        for (var days : List.of(1200, 10)) {
            database.sql("""
                    insert into watermark.given (reader, name, unit, title, tail, at, slot)
                    values (:reader, '水印人', '队', '工', '1', now() - make_interval(days => :days), :days)
                    """)
                    .param("reader", "person:" + days + ":" + System.nanoTime())
                    .param("days", days)
                    .update();
        }

        var gone = erasing.erase("watermark", Instant.now().minus(Duration.ofDays(1095)));

        assertThat(gone).isOne();
        assertThat(count("watermark.given where name = '水印人'")).isOne();
    }

    private long sealed(String number, Instant filedAt) {
        var envelope = database.sql("""
                insert into sealed.envelope (iv, tag, ciphertext)
                values ('iv', 'tag', decode(repeat('00', 16384), 'hex')) returning id
                """).query(Long.class).single();
        database.sql("""
                insert into sealed.content_key (envelope, kid, epk, wrapped_key) values (:envelope, 'kid', 'epk', 'key')
                """).param("envelope", envelope).update();
        database.sql("""
                insert into sealed.report (number, token_digest, opening_digest, reporter_kid, reporter_key, reporter_lock,
                    envelope, filed_at, due_on, climbs)
                values (:number, :number, :number, 'kid', 'key', 'lock', :envelope, :at, current_date + 1000, true)
                """)
                .param("number", number)
                .param("envelope", envelope)
                .param("at", Timestamp.from(filedAt))
                .update();
        database.sql("""
                insert into sealed.guardian (report, place, person, unit, due_at, ended_at)
                select id, 0, 1, 1, now(), now() from sealed.report where envelope = :envelope
                """).param("envelope", envelope).update();
        return envelope;
    }

    private long count(String what) {
        return database.sql("select count(*) from " + what).query(Long.class).single();
    }
}
