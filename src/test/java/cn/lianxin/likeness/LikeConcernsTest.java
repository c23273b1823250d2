package cn.lianxin.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.AbsenceClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.Door;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class LikeConcernsTest {

    @Autowired
    LikeConcerns like;

    @Autowired
    LiveLikeness live;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    AbsenceClock members;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    private final Random random = new Random(20_261_130);
    private final String canary =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final List<PersonId> people = new ArrayList<>();
    private final Map<ConcernNumber, Reporter.Mode> raised = new LinkedHashMap<>();

    @BeforeEach
    void mine() {
        var mine = village.mine();
        for (var role : List.of(Role.DESK_OFFICER, Role.SUPERVISOR, Role.UNIT_LEADER)) {
            people.add(village.holder(role, mine));
        }
        for (var unit : List.of(village.district(mine), village.district(mine))) {
            people.add(village.holder(Role.HANDLER, unit));
            people.add(village.worker(unit));
            people.add(village.worker(unit));
        }
        live.follow();
    }

    @Test
    void the_likest_open_one_is_found_and_what_was_withdrawn_is_not() {
        var worker = member(5);
        var number = raise(worker, Reporter.Mode.NAMED, canary + " 三号皮带机头的护栏断了半个多月");
        raise(member(4), Reporter.Mode.NAMED, canary + " 食堂的馒头发酸");

        var before = like.openAlike("皮带机头那里护栏缺了一截 " + canary, 1);
        raising.withdraw(number, "不用了", worker);

        assertThat(before).extracting(open -> open.concern().id()).containsExactly(idOf(number));
        assertThat(like.openAlike("皮带机头那里护栏缺了一截 " + canary, 5))
                .extracting(open -> open.concern().id())
                .doesNotContain(idOf(number));
    }

    @Test
    void whoever_asks_again_finds_his_own_also_in_confidence_and_nobody_else_finds_it() {
        var worker = member(5);
        var number = raise(worker, Reporter.Mode.CONFIDENTIAL, canary + " 三号皮带机头的护栏断了半个多月");

        var own = like.ownAlike("皮带机头那里护栏断了，" + canary, 3, worker);

        assertThat(own).extracting(one -> one.concern().id()).containsExactly(idOf(number));
        assertThat(own.getFirst().share()).isGreaterThan(0.5);
        assertThat(like.ownAlike("皮带机头那里护栏断了，" + canary, 3, member(4))).isEmpty();
        assertThat(like.openAlike("皮带机头那里护栏断了，" + canary, 9))
                .extracting(open -> open.concern().id())
                .doesNotContain(idOf(number));
    }

    @Test
    void a_decided_one_is_told_to_nobody_who_cannot_open_it_and_a_protected_one_to_nobody() {
        var told = 0;
        var kept = 0;

        for (var move = 0; move < 60; move++) {
            try {
                move();
            } catch (Refusal refused) {
                assertThat(refused).isNotNull();
            }
            var reader = member(random.nextInt(people.size()));
            var found = like.decidedAlike("澡堂没热水 " + canary, 50, reader);
            for (var one : found) {
                var number = numberOf(one.id());
                assertThat(raised.get(number)).isIn(Reporter.Mode.NAMED, null);
                assertThat(canOpen(number, reader))
                        .as("%s by %s", number, reader)
                        .isTrue();
            }
            told += found.size();
            kept += raised.size() - found.size();
        }

        assertThat(told).isPositive();
        assertThat(kept).isPositive();
    }

    private void move() {
        var at = random.nextInt(10);
        if (at < 4 || raised.isEmpty()) {
            var mode = List.of(Reporter.Mode.values()).get(random.nextInt(Reporter.Mode.values().length));
            raise(member(random.nextInt(people.size())), mode, canary + " 澡堂没热水，第" + raised.size() + "件");
        } else if (at < 8) {
            handling.decline(anyNumber(), "不归这里管", "物业", members.member(people.getFirst()));
        } else if (at == 8) {
            recusing.name(
                    anyNumber(),
                    village.staffNumber(people.get(random.nextInt(people.size()))),
                    "说的是他",
                    member(random.nextInt(people.size())));
        } else {
            recusing.stepBack(anyNumber(), "我回避", member(random.nextInt(people.size())));
        }
    }

    private ConcernNumber raise(Actor.Member by, Reporter.Mode mode, String words) {
        var concern = new NewConcern(
                ConcernKind.HELP,
                "E4",
                "",
                words,
                "",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        var token = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        var number = raising.raise(concern, token, by).number();
        raised.put(number, mode);
        return number;
    }

    private boolean canOpen(ConcernNumber number, Actor reader) {
        try {
            reading.open(number, Door.PAGE, reader);
            return true;
        } catch (Refusal.NotFound notHis) {
            return false;
        }
    }

    private ConcernNumber anyNumber() {
        return List.copyOf(raised.keySet()).get(random.nextInt(raised.size()));
    }

    private Actor.Member member(int at) {
        return members.member(people.get(at));
    }

    private long idOf(ConcernNumber number) {
        return database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }

    private ConcernNumber numberOf(long id) {
        return ConcernNumber.parse(database.sql("select number from concern.concern where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .orElseThrow();
    }
}
