package cn.lianxin.platform.outbox;

import cn.lianxin.platform.outgoing.Exchange;
import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.HttpCall;
import cn.lianxin.platform.outgoing.Lines;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A node in a process of its own, to be killed: it carries parcels to one HTTP server until it is. */
final class CourierProcess {

    static final List<Queue> QUEUES = List.of(
            new Queue("killed:once", false, false, Duration.ofDays(3), 4),
            new Queue("killed:repeatable", false, true, Duration.ofDays(3), 4));

    /** Without an annotation by which the product's own contexts would find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({Parcels.class, Settling.class, Courier.class, ToServer.class})
    static class Setup {

        @Bean
        DataSource dataSource(Environment environment) {
            var source = new HikariDataSource();
            source.setJdbcUrl(environment.getRequiredProperty("database"));
            source.setUsername(environment.getRequiredProperty("user"));
            source.setPassword(environment.getRequiredProperty("password"));
            source.setMaximumPoolSize(8);
            return source;
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        JdbcClient jdbcClient(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        Clock clock(Environment environment) {
            return Clock.offset(Clock.systemUTC(), Duration.parse(environment.getRequiredProperty("ahead")));
        }
    }

    static class ToServer implements Carrier {

        private final OutgoingCalls calls = Lines.patientCalls();
        private final String address;

        ToServer(Environment environment) {
            this.address = environment.getRequiredProperty("server");
        }

        @Override
        public List<Queue> queues() {
            return QUEUES;
        }

        @Override
        public Readiness readiness(Parcel parcel) {
            return new Readiness.Now();
        }

        @Override
        public Outcome carry(Parcel parcel, Handover handover) {
            var call = new HttpCall(
                    "POST",
                    address + parcel.queue(),
                    Map.of(),
                    "text/plain",
                    parcel.contents().getFirst());
            Exchange exchange = calls.send(call, handover);
            return Outcome.of(exchange, _ -> new Outcome.Accepted(""));
        }

        @Override
        public void settled(Parcel parcel, Settled how) {}
    }

    private CourierProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var context = new AnnotationConfigApplicationContext(Setup.class)) {
            var courier = context.getBean(Courier.class);
            while (true) {
                courier.look();
                Thread.sleep(50);
            }
        }
    }
}
