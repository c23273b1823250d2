package cn.lianxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.platform.web.PageTask;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ProductTest
class KeptPagesTest {

    private static final long ARTICLE = 9_200_000_000_001L;
    private static final String BROWSER = "Mozilla/5.0 (Linux; Android 10)";

    @Autowired
    JdbcClient database;

    private final AtomicInteger renderings = new AtomicInteger();
    private Reads reads;
    private KeptPages pages;

    @BeforeEach
    void begin() {
        reads = new Reads(database);
        pages = new KeptPages(Duration.ofMinutes(1), reads);
    }

    private final FilterChain page = (request, response) -> {
        renderings.incrementAndGet();
        ((HttpServletResponse) response).setHeader("Content-Security-Policy", "default-src 'self'");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write("矿工新闻".getBytes(StandardCharsets.UTF_8));
    };

    private static MockHttpServletRequest asking(String path, Cookie... cookies) {
        var address = path.split("\\?", 2);
        var request = new MockHttpServletRequest("GET", address[0]);
        request.setQueryString(address.length == 2 ? address[1] : null);
        request.addHeader("User-Agent", BROWSER);
        if (cookies.length > 0) {
            request.setCookies(cookies);
        }
        return request;
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request) throws ServletException, IOException {
        return ask(request, page);
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request, FilterChain chain)
            throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        pages.doFilter(request, response, chain);
        return response;
    }

    @Test
    void five_hundred_who_come_to_a_cold_front_page_cause_one_rendering() throws Exception {
        var begun = new CountDownLatch(1);
        FilterChain slow = (request, response) -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            page.doFilter(request, response);
        };
        List<Future<String>> seen = new ArrayList<>();

        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reader = 0; reader < 500; reader++) {
                seen.add(readers.submit(() -> ask(asking("/news"), slow).getContentAsString(StandardCharsets.UTF_8)));
            }
            begun.countDown();
        }

        assertThat(seen).extracting(Future::get).hasSize(500).containsOnly("矿工新闻");
        assertThat(renderings).hasValue(1);
    }

    @Test
    void what_was_kept_says_all_that_the_first_answer_said() throws Exception {
        var first = ask(asking("/news"));
        var second = ask(asking("/news"));

        assertThat(second.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(second.getHeader("Content-Security-Policy")).isEqualTo("default-src 'self'");
        assertThat(second.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(second.getHeader("Vary")).contains("Cookie");
        assertThat(renderings).hasValue(1);
    }

    @Test
    void it_is_packed_for_whoever_takes_that_and_not_sent_again_to_whoever_has_it() throws Exception {
        ask(asking("/news"));
        var packing = asking("/news");
        packing.addHeader("Accept-Encoding", "gzip, br");
        var packed = ask(packing);
        var again = asking("/news");
        again.addHeader("If-None-Match", String.valueOf(packed.getHeader("ETag")));

        assertThat(packed.getHeader("Content-Encoding")).isEqualTo("gzip");
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(packed.getContentAsByteArray()))) {
            assertThat(new String(unpacking.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("矿工新闻");
        }
        var answer = ask(again);
        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lianxin", "receipt", "terminal", "anything"})
    void whoever_brings_a_cookie_of_his_own_sees_his_own_page(String cookie) throws Exception {
        ask(asking("/news"));
        ask(asking("/news", new Cookie(cookie, "x")));
        ask(asking("/news", new Cookie(cookie, "x")));

        assertThat(renderings).hasValue(3);
    }

    @Test
    void each_language_and_size_of_letters_is_a_page_of_its_own() throws Exception {
        for (var round = 0; round < 2; round++) {
            ask(asking("/news"));
            ask(asking("/news", new Cookie("language", "en")));
            ask(asking("/news", new Cookie("senior", "on")));
            ask(asking("/news", new Cookie("language", "en"), new Cookie("senior", "on")));
        }

        assertThat(renderings).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/news/search?q=x",
                "/news?a=1",
                "/news/channels/prose?after=x",
                "/news/articles/1/pictures/1",
                "/news/articles/1",
                "/concerns/new",
                "/newsroom/submissions"
            })
    void nothing_else_is_kept(String path) throws Exception {
        ask(asking(path));
        ask(asking(path));

        assertThat(renderings).hasValue(2);
    }

    @Test
    void what_is_gone_a_cookie_for_one_and_work_for_one_device_are_for_nobody_else() throws Exception {
        FilterChain gone = (request, response) -> {
            page.doFilter(request, response);
            ((HttpServletResponse) response).setStatus(410);
        };
        FilterChain cookie = (request, response) -> {
            page.doFilter(request, response);
            ((HttpServletResponse) response).addCookie(new Cookie("pass", "x"));
        };
        FilterChain work = (request, response) -> {
            PageTask.bringAlong((jakarta.servlet.http.HttpServletRequest) request, "work");
            page.doFilter(request, response);
        };

        for (var chain : List.of(gone, cookie, work)) {
            renderings.set(0);
            ask(asking("/news/masthead"), chain);
            ask(asking("/news/masthead"), chain);

            assertThat(renderings).hasValue(2);
        }
    }

    @Test
    void who_reads_what_was_kept_is_counted_as_every_reader() throws Exception {
        var address = "/news/articles/" + ARTICLE + "/wen-zhang";

        for (var reader = 0; reader < 5; reader++) {
            ask(asking(address));
        }

        // The one for whom it was rendered is counted where it is rendered.
        assertThat(reads.of(ARTICLE)).isEqualTo(4);
    }

    @Test
    void a_page_that_fails_leaves_the_next_one_free() throws Exception {
        FilterChain broken = (request, response) -> {
            throw new ServletException("broken");
        };
        try {
            ask(asking("/news/archive"), broken);
        } catch (ServletException expected) {
            assertThat(expected).hasMessage("broken");
        }

        assertThat(ask(asking("/news/archive")).getStatus()).isEqualTo(200);
        assertThat(renderings).hasValue(1);
    }
}
