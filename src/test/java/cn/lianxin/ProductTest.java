package cn.lianxin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole product and a real database. All such tests share one context and one database, so each makes its
 * own people, units and concerns and asserts on those alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        properties = {
            "lianxin.demo=false",
            // What one test publishes another looks for at once; KeptPagesTest tries what is kept.
            "lianxin.portal.kept-for=PT0S",
            "lianxin.clockwork=false",
            "lianxin.second-factor.mandatory=none",
            "lianxin.secret-keys=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            // All tests come from one address at once; FairnessTest has an installation of its own.
            "lianxin.fairness.scale=1000000",
            "lianxin.outgoing.allowed=127.0.0.1/32:*",
            // A mail server that never answers; whoever wants one that does makes it.
            "lianxin.mail.host=127.0.0.1",
            "lianxin.mail.port=9",
            "lianxin.mail.security=none",
            "lianxin.mail.from=lianxin@mine.example",
            "lianxin.address=https://lianxin.mine.example"
        })
@AutoConfigureMockMvc
@Import(TestClock.Setup.class)
@ContextConfiguration(initializers = TestDatabase.class)
public @interface ProductTest {}
