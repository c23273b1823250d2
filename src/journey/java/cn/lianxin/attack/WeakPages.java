package cn.lianxin.attack;

import cn.lianxin.TestDatabase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What we never want to be: words go into SQL and into markup as they come. */
final class WeakPages implements AutoCloseable {

    private final HttpServer server;

    WeakPages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI home() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var word = query == null || !query.startsWith("word=")
                ? ""
                : URLDecoder.decode(query.substring("word=".length()), StandardCharsets.UTF_8);
        var page =
                ("<!doctype html><html><body><form action='/'><input name='word' value='coal'></form><a href='/?word=coal'>"
                                + "coal</a><p>" + word + "</p><p>" + found(word) + "</p></body></html>")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        try (var body = exchange.getResponseBody()) {
            body.write(page);
        }
    }

    private static String found(String word) {
        var database = TestDatabase.server();
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select t.word from (values ('coal'), ('stone')) as t(word) where t.word = '" + word + "'")) {
            return rows.next() ? rows.getString(1) : "nothing";
        } catch (SQLException said) {
            return said.toString();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
