package cn.lianxin.concern;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** States and steps as the database keeps them: the name of the type in its own column or field, its data as JSON. */
final class ConcernJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface NamedByType {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(ConcernState.class, NamedByType.class)
            .addMixIn(ConcernEvent.class, NamedByType.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Steps of before a field have none of it.
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private static final TypeReference<Map<UUID, TranscriptMark>> TRANSCRIPTS = new TypeReference<>() {};

    private ConcernJson() {}

    static String write(ConcernState state) {
        return MAPPER.writerFor(ConcernState.class).writeValueAsString(state);
    }

    static String write(ConcernEvent event) {
        return MAPPER.writerFor(ConcernEvent.class).writeValueAsString(event);
    }

    static String write(Map<UUID, TranscriptMark> transcripts) {
        return MAPPER.writeValueAsString(transcripts);
    }

    static Map<UUID, TranscriptMark> transcripts(String json) {
        return MAPPER.readValue(json, TRANSCRIPTS);
    }

    static ConcernState state(String json) {
        return MAPPER.readValue(json, ConcernState.class);
    }

    static ConcernEvent event(String json) {
        return MAPPER.readValue(json, ConcernEvent.class);
    }

    /** {@code UnderReview} is {@code UNDER_REVIEW} in columns and in the keys of messages. */
    static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
