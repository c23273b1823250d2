package cn.lianxin.companyaccount;

import cn.lianxin.Lianxin;
import cn.lianxin.TestClock;
import cn.lianxin.TestDatabase;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.CompanyPeople;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product behind a port of its own, with a company that can be asked. */
public final class Installation implements AutoCloseable {

    public static final String OWN_PASSWORD = "留在连心的密码 8";

    private final ConfigurableApplicationContext product;
    private final String site;
    private final PersonId administrator;

    public Installation(Path data, String host, String... settings) throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        this.site = "http://" + host + ":" + port;
        var all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--lianxin.address=" + site,
                "--lianxin.data=" + data,
                "--lianxin.demo=false",
                "--lianxin.clockwork=false",
                "--lianxin.fairness.scale=1000000",
                "--lianxin.second-factor.mandatory=SUPERVISOR",
                "--lianxin.secret-keys=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "--lianxin.outgoing.allowed=127.0.0.1/32:*"));
        all.addAll(List.of(settings));
        this.product = new SpringApplicationBuilder(Lianxin.class, TestClock.Setup.class)
                .initializers(new TestDatabase())
                .run(all.toArray(String[]::new));
        var village = village();
        this.administrator = village.holder(Role.ADMINISTRATOR, village.mine());
        product.getBean(Accounts.class).openMany(Map.of(administrator, OWN_PASSWORD));
    }

    public String site() {
        return site;
    }

    public Village village() {
        return product.getBean(Village.class);
    }

    public CompanyPeople people() {
        return product.getBean(CompanyPeople.class);
    }

    public Accounts accounts() {
        return product.getBean(Accounts.class);
    }

    public JdbcClient database() {
        return product.getBean(JdbcClient.class);
    }

    /** One who keeps a password here. */
    public PersonId administrator() {
        return administrator;
    }

    /** What stands in the security log of somebody, the earliest first. */
    public List<String> logged(PersonId person) {
        return database()
                .sql("select kind || ' ' || place as line from audit.security where person = :person order by id")
                .param("person", person.value())
                .query((row, _) -> row.getString("line"))
                .list();
    }

    public <T> T bean(Class<T> type) {
        return product.getBean(type);
    }

    @Override
    public void close() {
        product.close();
        TestClock.reset();
    }
}
