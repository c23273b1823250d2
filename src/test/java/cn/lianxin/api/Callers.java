package cn.lianxin.api;

import static cn.lianxin.application.ApplicationScope.ACCOUNTS;
import static cn.lianxin.application.ApplicationScope.BOARD;
import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.LEDGER;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION_READ;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.SELF;
import static cn.lianxin.application.ApplicationScope.VERDICTS;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.Mine;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A mine with an application for each of its people, and one of its own. */
final class Callers {

    static final ApplicationScope[] OF_PERSONS = {
        CONCERNS, VERDICTS, WORK, LEDGER, BOARD, SELF, ORGANIZATION_READ, ORGANIZATION, ACCOUNTS
    };

    final Mine mine;
    final Document document;
    final Api worker;
    final Api desk;
    final Api handler;
    final Api leader;
    final Api mineLeader;
    final Api supervisor;
    final Api otherHandler;
    final Api stranger;
    final Api administrator;
    final Api machine;
    final Api nobody;

    private final MockMvcTester mvc;
    private final Tokens tokens;
    private final Directory directory;

    Callers(MockMvcTester mvc, Village village, Tokens tokens, Directory directory) {
        this.mvc = mvc;
        this.tokens = tokens;
        this.directory = directory;
        mine = new Mine(village);
        document = Document.of(mvc);
        worker = person(mine.worker.person());
        desk = person(mine.desk.person());
        handler = person(mine.handler.person());
        leader = person(mine.leader.person());
        mineLeader = person(mine.mineLeader.person());
        supervisor = person(mine.supervisor.person());
        otherHandler = person(mine.otherHandler.person());
        stranger = person(mine.stranger.person());
        var keeper = village.worker(mine.mine);
        village.give(keeper, Role.ADMINISTRATOR, mine.mine, LocalDate.of(2020, 1, 1));
        administrator = person(keeper);
        machine =
                new Api(mvc, document, tokens.machine(mine.mine, CONCERNS, RECEIPTS, ORGANIZATION_READ, ORGANIZATION));
        nobody = new Api(mvc, document, "");
    }

    Api person(PersonId person) {
        var unit =
                directory.upwards(directory.person(person).unit().orElseThrow()).getLast();
        return new Api(mvc, document, tokens.person(person, unit, OF_PERSONS));
    }

    Api person(PersonId person, ApplicationScope... scopes) {
        return new Api(mvc, document, tokens.person(person, mine.mine, scopes));
    }

    String district() {
        return directory.unit(mine.district).code();
    }

    String otherDistrict() {
        return directory.unit(mine.other).code();
    }

    String mineCode() {
        return directory.unit(mine.mine).code();
    }

    String numberOf(PersonId person) {
        return directory.person(person).staffNumber();
    }

    static Map<String, Object> concern(String mode) {
        return Map.of("kind", "HELP", "matter", "E4", "words", "澡堂晚班下来没热水，连着四天了", "mode", mode, "files", List.of());
    }

    /** Raised by the worker. */
    String raised() {
        return worker.post("/concerns", concern("NAMED"))
                .expect(201)
                .json()
                .get("number")
                .asString();
    }

    /** In the hands of the district. */
    String inHand() {
        var number = raised();
        desk.post(
                        "/concerns/" + number + "/acceptance",
                        Map.of("lead", district(), "matter", "E4", "assisting", List.of(otherDistrict())))
                .expect(204);
        handler.post("/concerns/" + number + "/acknowledgement", Map.of()).expect(204);
        return number;
    }

    static Map<String, Object> reply() {
        return Map.of(
                "request", "修好热水",
                "facts", "锅炉换热器坏了",
                "opinion", "三天里换好",
                "basis", "《澡堂管理办法》",
                "outcome", "SUPPORT");
    }

    /** With an answer that the worker can judge. */
    String replied() {
        var number = inHand();
        handler.post("/concerns/" + number + "/reply", reply()).expect(204);
        return number;
    }
}
