package cn.lianxin.publicledger;

import cn.lianxin.concern.ToldElsewhere;
import org.springframework.stereotype.Component;

@Component
class ToldByPublicLedger implements ToldElsewhere {

    private final PublicEntries entries;

    ToldByPublicLedger(PublicEntries entries) {
        this.entries = entries;
    }

    @Override
    public boolean tells(long concern) {
        return entries.numberOf(concern).isPresent();
    }
}
