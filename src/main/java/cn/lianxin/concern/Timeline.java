package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of concerns, written once and never changed; the database refuses to. */
@Component
class Timeline {

    private final JdbcClient database;

    Timeline(JdbcClient database) {
        this.database = database;
    }

    void append(long concern, int firstPlace, List<Step> steps) {
        var place = firstPlace;
        for (var step : steps) {
            database.sql("""
                    insert into concern.step (concern, place, at, author, by_person, in_place_of, kind, data)
                    values (:concern, :place, :at, :author, :person, :inPlaceOf, :kind, cast(:data as jsonb))
                    """)
                    .param("concern", concern)
                    .param("place", place++)
                    .param("at", Timestamp.from(step.at()))
                    .param("author", author(step.by()))
                    .param("person", person(step.by()))
                    .param("inPlaceOf", inPlaceOf(step.by()))
                    .param("kind", ConcernJson.name(step.event().getClass()))
                    .param("data", ConcernJson.write(step.event()))
                    .update();
        }
    }

    /** All steps in their order. */
    List<Step> of(long concern) {
        return database.sql("""
                        select at, author, by_person, in_place_of, data
                        from concern.step where concern = :concern order by place
                        """)
                .param("concern", concern)
                .query((row, _) -> new Step(
                        ConcernJson.event(row.getString("data")),
                        author(
                                row.getString("author"),
                                row.getLong("by_person"),
                                row.getObject("in_place_of", Long.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static String author(Step.Author author) {
        return switch (author) {
            case Step.Author.Speaker _ -> "SPEAKER";
            case Step.Author.Person _ -> "PERSON";
            case Step.Author.Clockwork _ -> "CLOCKWORK";
        };
    }

    private static @Nullable Long person(Step.Author author) {
        return author instanceof Step.Author.Person person ? person.person().value() : null;
    }

    private static @Nullable Long inPlaceOf(Step.Author author) {
        return author instanceof Step.Author.Person person
                ? person.inPlaceOf().map(PersonId::value).orElse(null)
                : null;
    }

    private static Step.Author author(String name, long person, @Nullable Long inPlaceOf) {
        return switch (name) {
            case "SPEAKER" -> new Step.Author.Speaker();
            case "PERSON" ->
                new Step.Author.Person(
                        new PersonId(person), Optional.ofNullable(inPlaceOf).map(PersonId::new));
            case "CLOCKWORK" -> new Step.Author.Clockwork();
            default -> throw new IllegalStateException("unknown author " + name);
        };
    }
}
