package cn.lianxin.open311;

import cn.lianxin.open311.RequestFault.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The one jurisdiction that this installation serves. Asking for none means this one. */
@Component
class Jurisdiction {

    private final String name;

    Jurisdiction(@Value("${lianxin.open311.jurisdiction:}") String name) {
        this.name = name;
    }

    void mustBe(@Nullable String asked) {
        if (asked != null
                && !asked.isBlank()
                && !name.isBlank()
                && !asked.strip().equalsIgnoreCase(name.strip())) {
            throw new RequestFault(Fault.notThere("jurisdiction-unknown", asked));
        }
    }
}
