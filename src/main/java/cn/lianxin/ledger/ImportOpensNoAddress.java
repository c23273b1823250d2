package cn.lianxin.ledger;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** While an import runs from the shell nobody can come in by the browser; the port may be another's. */
@Component
@ConditionalOnProperty("lianxin.import")
@Order
class ImportOpensNoAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private static final int NO_PORT = -1;

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setPort(NO_PORT);
    }
}
