package cn.lianxin.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.SecurityEvent.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class SecurityLogTest {

    private static final String PASSWORD = "灯房 secret 4711";
    private static final Actor SUPERVISOR =
            new Actor.Member(new PersonId(8), "督办员", List.of(new Grant(Role.SUPERVISOR, new UnitId(1))));

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    SecurityLog security;

    @Autowired
    JdbcClient sql;

    PersonId person;
    String number;

    @BeforeEach
    void hire() {
        person = village.worker(village.mine());
        number = village.staffNumber(person);
        accounts.openMany(Map.of(person, PASSWORD));
    }

    @Test
    void signing_in_failing_to_and_resting_are_written_with_when_and_from_where_and_without_what_was_typed()
            throws Exception {
        for (var i = 0; i < 5; i++) {
            signIn("wrong " + PASSWORD, "10.1.2.3");
        }
        signIn(PASSWORD, "10.1.2.3");
        var neighbour = village.worker(village.mine());
        accounts.openMany(Map.of(neighbour, PASSWORD));
        fetch(post("/sign-in").param("number", village.staffNumber(neighbour)).param("password", PASSWORD));

        assertThat(of(person))
                .extracting(SecurityEvent::kind)
                .containsExactly(
                        Kind.SIGN_IN_RESTS,
                        Kind.SIGN_IN_FAILED,
                        Kind.SIGN_IN_FAILED,
                        Kind.SIGN_IN_FAILED,
                        Kind.SIGN_IN_FAILED,
                        Kind.SIGN_IN_FAILED);
        assertThat(of(person))
                .allMatch(event ->
                        event.address().equals("10.1.2.3") && event.place().equals("POST /sign-in"));
        assertThat(of(neighbour)).extracting(SecurityEvent::kind).containsExactly(Kind.SIGNED_IN);
        assertThat(sql.sql("select count(*) from audit.security where position(:password in security::text) > 0")
                        .param("password", PASSWORD)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void who_asks_for_what_is_not_his_is_written_once_a_minute_without_the_number_he_tried() throws Exception {
        for (var i = 0; i < 3; i++) {
            fetch(get("/concerns/2026-4839-2075").with(SignedIn.byCookie(person)));
        }

        assertThat(of(person)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.ACCESS_REFUSED);
            assertThat(event.place()).startsWith("GET /concerns/{").doesNotContain("4839");
        });
    }

    @Test
    void a_form_of_another_site_is_written() throws Exception {
        mvc.perform(post("/sign-in")
                .header("Host", "localhost")
                .header("Origin", "https://evil.example")
                .with(request -> {
                    request.setRemoteAddr("10.7.7.7");
                    return request;
                }));

        assertThat(security.newest(Optional.empty(), SUPERVISOR).rows())
                .filteredOn(event -> event.address().equals("10.7.7.7"))
                .extracting(SecurityEvent::kind)
                .containsExactly(Kind.OTHER_SITE);
    }

    @Test
    void nothing_is_written_of_whoever_files_without_a_name_or_comes_with_a_receipt() throws Exception {
        var before = count();

        fetch(get("/concerns/new"));
        fetch(post("/receipt").param("code", "1234 5678 9012 3456 7890"));
        mvc.perform(get("/concerns/2026-4839-2075").with(SignedIn.as(new Actor.ReceiptHolder("digest"))));

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void it_is_for_supervisors() {
        assertThatThrownBy(() -> security.newest(Optional.empty(), new Actor.Visitor()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    private List<SecurityEvent> of(PersonId one) {
        return security.newest(Optional.empty(), SUPERVISOR).rows().stream()
                .filter(event -> event.person().equals(Optional.of(one)))
                .toList();
    }

    private long count() {
        return sql.sql("select count(*) from audit.security").query(Long.class).single();
    }

    private void signIn(String password, String from) throws Exception {
        fetch(post("/sign-in")
                .param("number", number)
                .param("password", password)
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                }));
    }

    private void fetch(MockHttpServletRequestBuilder request) throws Exception {
        mvc.perform(request.with(SignedIn.asNobody()));
    }
}
