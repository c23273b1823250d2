package cn.lianxin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The same statements by a bare JDBC loop. What must be unique in a row (id, number, digests, keys) is new in every turn;
 * everything else is said again as it was heard.
 */
final class Floor {

    private static final AtomicLong NEXT = new AtomicLong(1_000_000_000_000L);

    private final Connection connection;
    private final List<Exchange> exchanges;
    private final String recordedId;
    private final String recordedNumber;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Floor(Connection connection, List<Exchange> exchanges) throws SQLException {
        this.connection = connection;
        this.exchanges = exchanges;
        connection.setAutoCommit(false);
        var filing = exchanges.stream()
                .filter(exchange -> exchange.sql().contains("insert into concern.concern "))
                .findFirst()
                .orElseThrow();
        this.recordedId = String.valueOf(filing.values().stream()
                .filter(Long.class::isInstance)
                .findFirst()
                .orElseThrow());
        this.recordedNumber = String.valueOf(filing.values().stream()
                .filter(value -> value instanceof String text && text.matches("\\d{4}-\\d{4}-\\d{4}"))
                .findFirst()
                .orElseThrow());
    }

    void once() throws SQLException {
        var turn = NEXT.incrementAndGet();
        var keys = new HashMap<Object, UUID>();
        for (var exchange : exchanges) {
            if (exchange.sql().equals(Exchange.COMMIT)) {
                connection.commit();
                continue;
            }
            var statement = statements.get(exchange.sql());
            if (statement == null) {
                statement = connection.prepareStatement(exchange.sql());
                statements.put(exchange.sql(), statement);
            }
            var place = 1;
            for (var value : exchange.values()) {
                statement.setObject(place++, fresh(value, turn, keys));
            }
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
        connection.commit();
    }

    private @Nullable Object fresh(@Nullable Object value, long turn, Map<Object, UUID> keys) {
        return switch (value) {
            case null -> null;
            case UUID key -> keys.computeIfAbsent(key, _ -> UUID.randomUUID());
            case Long id when String.valueOf(id).equals(recordedId) -> turn;
            case String text when text.equals(recordedNumber) -> "floor " + turn;
            case String text when text.matches("[0-9a-f]{64}") -> text.substring(0, 48) + "%016x".formatted(turn);
            case String text when text.startsWith("concern:" + recordedId) -> "concern:" + turn;
            default -> value;
        };
    }
}
