package cn.lianxin.journey;

import cn.lianxin.TestDatabase;
import cn.lianxin.sealed.SealedTrial;
import cn.lianxin.watermark.WatermarkTrial;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product behind a real port, and {@link Devices} to reach it with. All journeys share one context, one
 * database and one browser, so each founds a {@link Colliery} of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianxin.demo=false",
            "lianxin.clockwork=false",
            "lianxin.second-factor.mandatory=none",
            "lianxin.secret-keys=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "lianxin.fairness.scale=1000000",
            "lianxin.outgoing.allowed=127.0.0.1/32:*",
            "lianxin.mail.host=127.0.0.1",
            "lianxin.mail.port=9",
            "lianxin.mail.security=none",
            "lianxin.mail.from=lianxin@mine.example",
            "lianxin.enterprise.dispatcher-phone=0351-6119110"
        })
@Import({Collieries.class, Shortcuts.class, SealedTrial.class, WatermarkTrial.class})
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(Devices.Provider.class)
@interface JourneyTest {}
