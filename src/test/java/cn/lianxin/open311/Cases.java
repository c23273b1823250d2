package cn.lianxin.open311;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.Mine;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A mine with its people, an application of its own, and what it files. */
final class Cases {

    final Mine mine;
    final String unit;
    final Client application;
    final Client another;
    final Client nobody;
    final Client worker;
    final Client handler;

    Cases(MockMvcTester mvc, Village village, Tokens tokens, Directory directory) {
        mine = new Mine(village);
        unit = directory.unit(mine.mine).code();
        application = new Client(mvc, tokens.machine(mine.mine, ApplicationScope.OPEN311));
        another = new Client(mvc, tokens.machine(mine.mine, ApplicationScope.OPEN311));
        nobody = new Client(mvc, "");
        worker = new Client(mvc, tokens.person(mine.worker.person(), mine.mine, ApplicationScope.CONCERNS));
        handler = new Client(mvc, tokens.person(mine.handler.person(), mine.mine, ApplicationScope.WORK));
    }

    Map<String, String> request(String service, String words) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("service_code", service);
        fields.put("address_string", "二号澡堂门口");
        fields.put("attribute[unit]", unit);
        fields.put("description", words);
        return fields;
    }

    String file(String service, String words) {
        return application
                .file(request(service, words))
                .get("service_request_id")
                .asString();
    }
}
