package cn.lianxin.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The portal over a hundred thousand articles: each page rendered anew, as for somebody who brings a cookie; kept pages beside nginx,
 * which serves the same bytes as a file, in turns; five hundred who come to a front page that nobody has rendered yet; and a
 * reviewer before whom twenty thousand articles wait.
 */
final class PortalBench {

    private static final int ARTICLES = Integer.getInteger("bench.articles", 100_000);
    private static final int EACH = Integer.getInteger("bench.requests", 300);
    private static final int ROUNDS = 6;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int READERS = 500;

    private static final int WAITING = Integer.getInteger("bench.waiting", 20_000);

    /** Longer than a page is kept. */
    private static final long COLD = 12_000;

    private final Stage stage;

    PortalBench(Stage stage) {
        this.stage = stage;
    }

    Map<String, Object> run() throws Exception {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("articles", ARTICLES);
        try (var connection = stage.connection()) {
            Newspaper.load(connection, stage.cast(), ARTICLES);
        }
        var reader = new Visitor(stage.address("/"), "reader=1");
        for (var warming = 0; warming < 3 * EACH; warming++) {
            reader.get(Newspaper.address(warming));
            reader.get("/news");
        }
        results.put("front page", rendered("front page", reader, List.of("/news")));
        var first = "/news/channels/" + Newspaper.LARGEST;
        results.put("first page of the largest channel", rendered("first page", reader, List.of(first)));
        results.put(
                "last page of the largest channel",
                rendered("last page", reader, List.of(Newspaper.lastPage(ARTICLES))));
        var articles = new ArrayList<String>();
        for (var i = 0; i < EACH; i++) {
            articles.add(Newspaper.address((int) (i * 7_919L % ARTICLES)));
        }
        results.put("article", rendered("article", reader, articles));
        results.put("cold front page", cold());
        results.put("kept front page", kept());
        results.put("reviewer", reviewer());
        return results;
    }

    private Map<String, Object> reviewer() throws Exception {
        try (var connection = stage.connection()) {
            ReviewersDesk.load(connection, stage.cast(), WAITING);
        }
        var reviewer = new Visitor(stage.address("/"));
        reviewer.signIn(ReviewersDesk.WHO);
        for (var warming = 0; warming < EACH; warming++) {
            reviewer.get("/newsroom/queue");
            reviewer.get(ReviewersDesk.comparison());
        }
        return Map.of(
                "waiting",
                WAITING,
                "queue",
                rendered("queue of a reviewer, " + WAITING + " waiting", reviewer, List.of("/newsroom/queue")),
                "comparison",
                rendered("two texts of 20,000 characters", reviewer, List.of(ReviewersDesk.comparison())));
    }

    private static Map<String, Object> rendered(String name, Visitor reader, List<String> addresses)
            throws IOException {
        var nanos = new long[EACH];
        for (var at = 0; at < EACH; at++) {
            var start = System.nanoTime();
            var answer = reader.get(addresses.get(at % addresses.size()));
            nanos[at] = System.nanoTime() - start;
            if (answer.status() != 200 || !answer.body().contains("/articles/")) {
                throw new IllegalStateException(addresses.get(at % addresses.size()) + " answered " + answer.status());
            }
        }
        var percentiles = new Percentiles(nanos);
        System.out.println(name + ", rendered anew: " + percentiles);
        return percentiles.asMap();
    }

    private Map<String, Object> kept() throws Exception {
        var page = new Visitor(stage.address("/"), "").get("/news").body().getBytes(StandardCharsets.UTF_8);
        var ours = new double[ROUNDS];
        var floor = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        try (var nginx = Nginx.serving(page)) {
            Wrk.rate(stage.address("/news"), SECONDS);
            for (var round = 0; round < ROUNDS; round++) {
                floor[round] = Wrk.rate(nginx.address(), SECONDS);
                ours[round] = Wrk.rate(stage.address("/news"), SECONDS);
                ratios[round] = ours[round] / floor[round];
                System.out.printf("round %d: %.0f/s, nginx %.0f/s%n", round + 1, ours[round], floor[round]);
            }
        }
        System.out.printf(
                "kept front page of %d bytes: median %.0f/s, nginx %.0f/s, ratio %.3f%n",
                page.length, Percentiles.median(ours), Percentiles.median(floor), Percentiles.median(ratios));
        return Map.of(
                "bytes",
                page.length,
                "perSecond",
                Percentiles.median(ours),
                "nginxPerSecond",
                Percentiles.median(floor),
                "ratio",
                Percentiles.median(ratios));
    }

    /** All have their connection before the first of them asks. */
    private Map<String, Object> cold() throws Exception {
        Thread.sleep(COLD);
        var begin = new CountDownLatch(1);
        var nanos = new long[READERS];
        List<Future<Long>> times = new ArrayList<>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var ready = new CountDownLatch(READERS);
            for (var reader = 0; reader < READERS; reader++) {
                times.add(readers.submit(() -> ask(stage.address("/news"), ready, begin)));
            }
            ready.await();
            begin.countDown();
        }
        for (var reader = 0; reader < READERS; reader++) {
            nanos[reader] = times.get(reader).get();
        }
        var percentiles = new Percentiles(nanos);
        System.out.println(READERS + " readers of a cold front page: " + percentiles);
        return percentiles.asMap();
    }

    private static long ask(URI address, CountDownLatch ready, CountDownLatch begin) throws Exception {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            ready.countDown();
            begin.await();
            var start = System.nanoTime();
            socket.getOutputStream()
                    .write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 200") || !answer.contains("</html>")) {
                throw new IllegalStateException(answer.lines().findFirst().orElse("nothing"));
            }
            return System.nanoTime() - start;
        }
    }
}
