package cn.lianxin.platform.transparency;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Numbers, signs and asks the witnesses, a few times a minute. */
@Component
class LogClock {

    private final Keeping keeping;
    private final Numbering numbering;
    private final Signing signing;
    private final AskingWitnesses witnesses;

    LogClock(Keeping keeping, Numbering numbering, Signing signing, AskingWitnesses witnesses) {
        this.keeping = keeping;
        this.numbering = numbering;
        this.signing = signing;
        this.witnesses = witnesses;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT25S")
    void look() {
        tick();
        witnesses.ask();
    }

    /** As far as it goes without anybody else. */
    void tick() {
        keeping.begin();
        keeping.eraseTakenBack();
        while (numbering.number() == Numbering.AT_ONCE) {
            // As long as there are more of them.
        }
        signing.sign();
    }
}
