package cn.lianxin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is typed into whatever form, it is taken or refused, and never an incident. */
@ProductTest
@Tag("slow")
class PageFormsTest {

    private static final int ROUNDS = 3;

    /** PostgreSQL does not even take it to compare. */
    private static final String NUL = "a\u0000b";

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "x",
            "0",
            "1",
            "-1",
            "9223372036854775807",
            "99999999999999999999",
            "2026-11-29",
            "2026-02-30",
            "+999999999-12-31",
            "25:61",
            "06:00",
            "true",
            "on",
            "E4",
            "HELP",
            "NAMED",
            "SOLVED",
            "HANDLER",
            "U2",
            "MAIL",
            "'; drop table x --",
            "%",
            "\\",
            "{x}",
            "${7*7}",
            "<b>",
            "a\u0000b",
            "\u202E",
            "😀",
            "井".repeat(6_000),
            "https://elsewhere.example/",
            "//elsewhere.example",
            "00000000-0000-0000-0000-000000000001");

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void no_form_is_an_incident() {
        var seed = Long.getLong("lianxin.seed", ThreadLocalRandom.current().nextLong());
        var random = new Random(seed);
        var mine = new Mine(village);
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        var administrator =
                new Actor.Member(village.worker(mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
        var everybody = List.<Actor>of(
                new Actor.Visitor(), mine.worker, mine.desk, mine.handler, mine.leader, mine.supervisor, administrator);
        var forms = forms();
        var incidents = new ArrayList<String>();

        for (var form : forms.entrySet()) {
            for (var actor : everybody) {
                for (var round = 0; round < ROUNDS; round++) {
                    var typed =
                            switch (round) {
                                case 0 -> everywhere(NUL, form.getValue());
                                case 1 -> everywhere(" ", form.getValue());
                                default -> typed(form.getValue(), random);
                            };
                    var status = status(form.getKey(), form.getValue(), typed, number, actor, random);
                    if (status >= 500) {
                        incidents.add(form.getKey() + " by " + actor.getClass().getSimpleName() + " " + shown(typed));
                    }
                }
            }
        }

        assertThat(forms).hasSizeGreaterThan(80);
        assertThat(incidents).as("-Dlianxin.seed=%d", seed).isEmpty();
    }

    /** Nothing of it stays: rules and days are everybody's. */
    private int status(
            String route,
            HandlerMethod handler,
            Map<String, List<String>> typed,
            ConcernNumber number,
            Actor actor,
            Random random) {
        var undone = new TransactionTemplate(transactions);
        return Objects.requireNonNull(undone.execute(status -> {
            status.setRollbackOnly();
            try {
                var request = filled(route, handler, typed, number, random)
                        .with(actor instanceof Actor.Visitor ? SignedIn.asNobody() : SignedIn.as(actor));
                return mvc.perform(request).andReturn().getResponse().getStatus();
            } catch (Exception unanswered) {
                return 599;
            }
        }));
    }

    private static AbstractMockHttpServletRequestBuilder<?> filled(
            String route, HandlerMethod handler, Map<String, List<String>> typed, ConcernNumber number, Random random) {
        var parts = route.split(" ", 2);
        var address = parts[1].replace("{number}", number.toString())
                .replaceAll("\\{attachment}", "00000000-0000-0000-0000-000000000001")
                .replaceAll("\\{[^/]*}+", random.nextBoolean() ? "1" : "x");
        var file = fileOf(handler);
        var request = file.isEmpty()
                ? request(HttpMethod.valueOf(parts[0]), address)
                : multipart(HttpMethod.valueOf(parts[0]), address)
                        .file(file, any(random).getBytes(StandardCharsets.UTF_8));
        typed.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return request;
    }

    private static Map<String, List<String>> typed(HandlerMethod handler, Random random) {
        var typed = new TreeMap<String, List<String>>();
        fields(handler)
                .filter(_ -> random.nextInt(8) > 0)
                .forEach(field -> typed.put(
                        field, random.nextInt(8) > 0 ? List.of(any(random)) : List.of(any(random), any(random))));
        return typed;
    }

    private static Map<String, List<String>> everywhere(String word, HandlerMethod handler) {
        var typed = new TreeMap<String, List<String>>();
        fields(handler).forEach(field -> typed.put(field, List.of(word)));
        return typed;
    }

    private static String any(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String shown(Map<String, List<String>> typed) {
        var text = typed.toString();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static String fileOf(HandlerMethod handler) {
        return parameters(handler)
                .filter(parameter ->
                        MultipartFile.class.isAssignableFrom(parameter.nested().getNestedParameterType()))
                .map(PageFormsTest::nameOf)
                .findFirst()
                .orElse("");
    }

    private static Stream<String> fields(HandlerMethod handler) {
        return parameters(handler)
                .flatMap(parameter -> parameter.getParameterType().isRecord()
                        ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                                .map(RecordComponent::getName)
                        : Stream.of(nameOf(parameter)))
                .filter(name -> !name.equals(fileOf(handler)))
                .distinct();
    }

    private static Stream<MethodParameter> parameters(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .peek(parameter -> parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer()));
    }

    private static String nameOf(MethodParameter parameter) {
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        return asked == null || asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name();
    }

    private Map<String, HandlerMethod> forms() {
        var forms = new TreeMap<String, HandlerMethod>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> forms.put(method + " " + pattern, handler))));
        forms.keySet().removeIf(route -> !route.startsWith("POST ") || route.matches("POST /(api|scim|open311)/.*"));
        return forms;
    }
}
